import { encode } from '@msgpack/msgpack';
import {
  decodeMessage,
  encodeFrame,
  formParameters,
  frameDocument,
  limitParameters,
  parseFormQuery,
  parseLimitsQuery,
  parseMessage,
  parseQuery,
  stamp,
  type Received,
  type SubscribeMessage,
  type Subscription,
  type ViewerLimits,
  type WireForm,
} from '@tickway/protocol';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { acceptWebSocket, type PeerSocket } from './web-socket';

/** One question of the transport under test, at the server's end. */
export interface Question {
  readonly subscriptions: readonly Subscription[];
  /** The viewer's own limits; those who poll keep them themselves. */
  readonly limits: ViewerLimits;
  readonly path: string;
  readonly waitMs: string | null;
  readonly keepAlive: string | null;
  /** How the answer is to be written; compression is left to the platforms. */
  readonly form: WireForm;
  /** Sends frames as they are asked for; to a poll they are the whole answer. */
  answer(...frames: readonly Received[]): void;
  /** Sends text or bytes as they are. */
  raw(...chunks: readonly (string | Uint8Array)[]): void;
  /** Refuses it as Tickway's server does on this transport. */
  refuse(refusal: { readonly status: number; readonly close: number; readonly code: string }): void;
  /** Cuts the connection under it. */
  cut(): void;
}

/** A server of our own making, real sockets and all, whose answers are in the spec's hand. */
export class Peer {
  private readonly asked: Question[] = [];
  private waiting: ((question: Question) => void)[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => this.ask(ofRequest(request, response)));

  /** Sockets that are open now. */
  get open(): number {
    return this.sockets.size;
  }

  /** Questions that came and were not taken by {@link next}. */
  get unheard(): number {
    return this.asked.length;
  }

  async listen(): Promise<string> {
    this.server.keepAliveTimeout = 50;
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex) => this.upgrade(request, socket));
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  /** The next question. */
  next(): Promise<Question> {
    const question = this.asked.shift();
    if (question) return Promise.resolve(question);
    return new Promise((heard) => this.waiting.push(heard));
  }

  private ask(question: Question): void {
    const heard = this.waiting.shift();
    if (heard) heard(question);
    else this.asked.push(question);
  }

  private upgrade(request: IncomingMessage, socket: Duplex): void {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer');
    if (pathname.startsWith('/feed/socket.io')) return this.upgradeSocketIo(request, socket);
    const form = parseFormQuery(searchParams);
    const peer = acceptWebSocket(request, socket, (text) =>
      this.ask(ofSocket(peer, { ...decodeMessage(text), form })),
    );
    this.ask(ofSocket(peer, { ...wishOf(searchParams), form }));
  }

  /** Engine.IO 4 and Socket.IO 5 as far as one client needs them. */
  private upgradeSocketIo(request: IncomingMessage, socket: Duplex): void {
    const form = parseFormQuery(new URL(request.url ?? '', 'http://peer').searchParams);
    const peer = acceptWebSocket(request, socket, (text) => {
      if (text === '40') peer.send('40{"sid":"s"}');
      if (!text.startsWith('42')) return;
      const [, message] = JSON.parse(text.slice(2)) as unknown[];
      this.ask(ofSocketIo(peer, { ...parseMessage(message), form }));
    });
    peer.send('0{"sid":"e","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":16384}');
  }
}

interface Wanted extends Omit<SubscribeMessage, 'type'> {
  readonly form: WireForm;
}

const wishOf = (query: URLSearchParams) => ({
  subscriptions: parseQuery(query, ['waitMs', 'keepAlive', ...limitParameters, ...formParameters]),
  limits: parseLimitsQuery(query),
});

const packed = (frame: Received): Uint8Array => {
  const { writtenAt, ...rest } = frame;
  return encode({ ...frameDocument(rest), writtenAt });
};

const inHttp = (frame: Received, { codec }: WireForm) =>
  codec === 'msgpack' ? packed(frame) : `${json(frame)}\n`;

export const json = (frame: Received): string => encodeFrame(frame) + stamp(frame.writtenAt);

function ofRequest(request: IncomingMessage, response: ServerResponse): Question {
  const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://peer');
  const streams = path.endsWith('streaming');
  const form = parseFormQuery(searchParams);
  const raw = (...chunks: readonly (string | Uint8Array)[]) => {
    for (const chunk of chunks) response.write(chunk);
    if (!streams) response.end();
  };
  return {
    path,
    waitMs: searchParams.get('waitMs'),
    keepAlive: searchParams.get('keepAlive'),
    form,
    ...wishOf(searchParams),
    raw,
    answer: (...frames) => raw(...frames.map((frame) => inHttp(frame, form))),
    refuse: ({ status, code }) =>
      response.writeHead(status).end(JSON.stringify({ type: 'error', code, message: 'no', writtenAt: 0 })),
    cut: () => request.socket.destroy(),
  };
}

const ofSocket = (socket: PeerSocket, { subscriptions, limits = {}, form }: Wanted): Question => ({
  path: '/feed/websocket',
  waitMs: null,
  keepAlive: null,
  form,
  subscriptions,
  limits,
  raw: (...chunks) =>
    chunks.forEach((chunk) => (typeof chunk === 'string' ? socket.send(chunk) : socket.sendBinary(chunk))),
  answer: (...frames) =>
    frames.forEach((frame) =>
      form.codec === 'msgpack' ? socket.sendBinary(packed(frame)) : socket.send(json(frame)),
    ),
  refuse: ({ close }) => socket.close(close),
  cut: () => socket.cut(),
});

const ofSocketIo = (socket: PeerSocket, { subscriptions, limits = {}, form }: Wanted): Question => ({
  path: '/feed/socket.io',
  waitMs: null,
  keepAlive: null,
  form,
  subscriptions,
  limits,
  raw: (...chunks) => chunks.forEach((chunk) => socket.send(`42["frame",${JSON.stringify(String(chunk))}]`)),
  answer: (...frames) =>
    frames.forEach((frame) => {
      if (form.codec === 'json') return socket.send(`42["frame",${json(frame)}]`);
      socket.send('451-["frame",{"_placeholder":true,"num":0}]');
      socket.sendBinary(packed(frame));
    }),
  // Socket.IO has no close codes: the frame `bye` says why, then it is disconnected.
  refuse: ({ code }) => {
    socket.send(`42["frame",{"type":"bye","code":"${code}","retryAfterMs":0,"writtenAt":0}]`);
    socket.send('41');
  },
  cut: () => socket.cut(),
});
