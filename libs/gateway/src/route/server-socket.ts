import { decodeFrame, FeedError, limits } from '@tickway/protocol';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { Address } from '../address';
import { maskedFrame } from '../wire/masked-frame';
import { closePayload } from '../wire/plain-frame';
import { opcodes, WebSocketFrames, type WebSocketFrame } from '../wire/web-socket-frames';
import { wholeOf } from './ask-all';
import type { RouteRim } from './route-rim';

/** What a server's WebSocket says. */
export interface ServerEvents {
  frame(frame: WebSocketFrame): void;
  /** It is over: with the server's close code, or without a word. */
  ended(close: number | undefined): void;
}

/** One WebSocket to a server. */
export class ServerSocket {
  #close: number | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly rim: Pick<RouteRim, 'random' | 'silenceMs'>,
    events: ServerEvents,
  ) {
    const frames = new WebSocketFrames((frame) => {
      if (frame.opcode === opcodes.close) this.#closing(frame, events);
      else if (this.#close === undefined) events.frame(frame);
    });
    // Another server's frames would hide from the viewer that this one has fallen silent.
    socket.setTimeout(rim.silenceMs, () => socket.destroy());
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => events.ended(this.#close));
    socket.on('data', (chunk: Buffer) => {
      try {
        frames.add(chunk);
      } catch {
        // A WebSocketFault: a server that does not speak WebSocket is none.
        socket.destroy();
      }
    });
  }

  say(text: string): void {
    this.#send(opcodes.text, Buffer.from(text));
  }

  pong(payload: Buffer): void {
    this.#send(opcodes.pong, payload);
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** The viewer needs it no more. */
  leave(): void {
    this.#send(opcodes.close, closePayload(1000));
    this.socket.destroySoon();
  }

  #closing({ payload }: WebSocketFrame, events: ServerEvents): void {
    if (this.#close !== undefined) return;
    this.#close = payload.length >= 2 ? payload.readUInt16BE() : 1005;
    events.ended(this.#close);
    this.leave();
  }

  #send(opcode: number, payload: Buffer): void {
    if (this.socket.writable) this.socket.write(maskedFrame(opcode, payload, this.rim.random));
  }
}

/** What a WebSocket to a server is opened with. */
export interface Dialling {
  readonly server: Address;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Opens a WebSocket to a server; it says nothing before `listen` is called.
 *
 * @throws FeedError with the server's code when it refuses, `lost` when there is none
 */
export async function dialServer(
  rim: RouteRim,
  { server, path, headers }: Dialling,
): Promise<(events: ServerEvents) => ServerSocket> {
  const onward = ask({ ...server, path, headers: { ...headers, ...upgradeHeaders(rim) }, agent: false });
  return new Promise((resolve, reject) => {
    const lost = () => reject(new FeedError('lost', 'a server behind does not answer'));
    onward.setTimeout(DIAL_MS, () => onward.destroy(new Error('silent')));
    onward.on('error', lost);
    onward.on('response', (answer) => void refusalOf(answer).then(reject));
    onward.on('upgrade', (_, socket, head: Buffer) => {
      if (!(socket instanceof Socket)) return lost();
      // Until somebody listens, what comes with the head and after it waits.
      socket.pause();
      if (head.length > 0) socket.unshift(head);
      resolve((events) => {
        const open = new ServerSocket(socket, rim, events);
        socket.resume();
        return open;
      });
    });
    onward.end();
  });
}

const DIAL_MS = 10_000;
const KEY_BYTES = 16;

const upgradeHeaders = ({ random }: Pick<RouteRim, 'random'>): OutgoingHttpHeaders => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': Buffer.from(
    Array.from({ length: KEY_BYTES }, () => Math.floor(random() * 256)),
  ).toString('base64'),
});

async function refusalOf(answer: IncomingMessage): Promise<FeedError> {
  try {
    const { body } = await wholeOf(answer);
    const frame = decodeFrame(body.toString('utf8', 0, limits.messageBytes));
    if (frame.type === 'error') return new FeedError(frame.code, frame.message);
  } catch {
    // FeedError: not a body of ours, or broken off.
  }
  return new FeedError('lost', 'a server behind refused a WebSocket');
}
