import { decodeMessage, errorCodes, limits, type ErrorCode } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { Socket } from 'node:net';
import type { RawData, ServerOptions, WebSocket } from 'ws';
import { limitedAsker } from '../asker';
import { statesWish, wishOf } from '../feed-request';
import { DeflatedWebSocketServer, socketForm } from '../form/socket-form';
import { heed, tellRefusal } from '../heed';
import { Push, type Outlet } from '../push';
import type { Rim } from '../rim';
import type { UpgradeRequest } from '../upgrade-request';
import { writeAll } from '../write-all';
import type { BytesOf } from '../shared-bytes';
import { webSocketFrames } from './web-socket-frames';

// The types of ws lag behind its options. A client's messages are small, so it needs few fragments.
const options: ServerOptions & { readonly maxFragments: number; readonly maxBufferedChunks: number } = {
  noServer: true,
  clientTracking: false,
  maxPayload: limits.messageBytes,
  maxFragments: 64,
  maxBufferedChunks: 1_024,
};

/** WebSocket without Socket.IO, for lean and foreign clients. Returns what answers an upgrade. */
export function webSocketTransport(rim: Rim): (upgrade: UpgradeRequest) => void {
  const server = new DeflatedWebSocketServer(options);
  return (upgrade) =>
    server.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (webSocket) =>
      follow(rim, webSocket, upgrade),
    );
}

function follow(rim: Rim, webSocket: WebSocket, { request, socket, query }: UpgradeRequest): void {
  const { form, refusal } = socketForm(request, query);
  const asker = limitedAsker(request, rim.settings.proxies);
  const upgraded = { webSocket, socket, asker, bytesOf: webSocketFrames(form) };
  const push = new Push(rim, new WebSocketOutlet(rim, upgraded));
  listen(webSocket, push);
  if (refusal) tellRefusal(push, refusal);
  else if (statesWish(query)) heed(push, () => wishOf(query));
}

function listen(webSocket: WebSocket, push: Push): void {
  webSocket.on('message', (data, isBinary) => {
    if (isBinary) push.end('unsupported');
    else heed(push, () => decodeMessage(textOf(data)));
  });
  webSocket.once('close', () => push.closed());
  // A broken frame or one over the limit: ws closes with the code of RFC 6455 by itself.
  webSocket.on('error', () => undefined);
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
}

/** A socket that has become a WebSocket, and how frames are written to it. */
interface Upgraded {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  readonly asker: string | undefined;
  readonly bytesOf: BytesOf<Buffer>;
}

/**
 * Writes whole frames to the socket beside ws. That is sound because ws writes its own (ping, pong,
 * close) whole and at once too, as long as it sends no messages itself.
 */
class WebSocketOutlet implements Outlet {
  readonly name = 'websocket';
  readonly socket: Socket;
  readonly asker: string | undefined;
  #pingedAt: number | undefined;
  #answered = true;

  constructor(
    private readonly rim: Rim,
    private readonly upgraded: Upgraded,
  ) {
    this.socket = upgraded.socket;
    this.asker = upgraded.asker;
    upgraded.webSocket.on('pong', () => (this.#answered = true));
  }

  write(frames: readonly EncodedFrame[], push: Push): number {
    const { webSocket, bytesOf } = this.upgraded;
    if (webSocket.readyState !== webSocket.OPEN) return 0;
    const now = this.rim.clock.now();
    const buffers = frames.map((frame) => bytesOf(frame, now));
    return writeAll(this.socket, buffers, push.drained);
  }

  end(code: ErrorCode): void {
    this.upgraded.webSocket.close(errorCodes[code].close);
  }

  tick(now: number, push: Push): void {
    const { pingMs, pongMs } = this.rim.settings;
    this.#pingedAt ??= now;
    const since = now - this.#pingedAt;
    if (!this.#answered && since >= pongMs) push.destroy();
    else if (this.#answered && since >= pingMs) this.#ping(now);
  }

  #ping(now: number): void {
    this.#pingedAt = now;
    this.#answered = false;
    this.upgraded.webSocket.ping();
  }
}
