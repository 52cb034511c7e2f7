import type { FeedError } from '@tickway/protocol';
import { encodeMessage, errorCodes, type ErrorCode, type SubscribeMessage } from '@tickway/protocol';
import type { Socket } from 'node:net';
import type { Address } from '../address';
import { closePayload, plainFrame } from '../wire/plain-frame';
import { opcodes, WebSocketFault, type WebSocketFrame } from '../wire/web-socket-frames';
import { ClientMessages } from './client-messages';
import { byeText, codedError, refusalText } from './own-frames';
import type { RouteRim } from './route-rim';
import { dialServer, type Dialling, type ServerEvents, type ServerSocket } from './server-socket';
import type { Said, Speech } from './speech';
import { splitMessage } from './split-message';

/** A client that has left HTTP. */
export interface Client {
  readonly socket: Socket;
  readonly speech: Speech;
  /** How a server is dialled for it. */
  readonly dialling: Omit<Dialling, 'server'>;
  /** What of its address cannot be done: told as soon as it can hear. */
  readonly refusal?: FeedError;
}

const MOST_REFUSALS = 20;
const GRACE_MS = 1_000;
/** What is no message at all ends the talk, as it does at a server. */
const senseless: ReadonlySet<ErrorCode> = new Set(['bad_request', 'too_deep', 'unsupported']);

/**
 * One client's WebSocket and those to the servers whose topics it wants. What it says is read and split; what they say goes
 * on whole and unread, in the order in which it comes. Nothing is kept of it: places are the client's cursors. A client
 * that does not drain stops the servers' sockets, who then merge for it; a server that ends ends the client, who resumes.
 */
export class RoutedSocket {
  readonly #servers = new Map<Address, ServerSocket>();
  readonly #messages: ClientMessages;
  /** What the client said is done in its order, each when the one before is done; it is not read meanwhile. */
  #turn = Promise.resolve();
  #turns = 0;
  #refusals = 0;
  #over = false;

  constructor(
    private readonly rim: RouteRim,
    private readonly client: Client,
  ) {
    const { socket, speech } = client;
    this.#messages = new ClientMessages({
      text: (text) => this.#hear(text),
      ping: (payload) => this.#write(plainFrame(opcodes.pong, payload)),
      pong: (payload) => this.#alive(payload),
      close: (payload) => this.#close(payload),
    });
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('drain', () => this.#drained());
    socket.on('end', () => socket.end());
    socket.on('close', () => this.#leaveServers());
    if (speech.opening !== undefined) this.#write(plainFrame(opcodes.text, Buffer.from(speech.opening)));
    else if (client.refusal) this.refuse(client.refusal);
  }

  /** Does what a message says; the connection's own query says it too. */
  subscribe(wish: SubscribeMessage): void {
    this.#turns++;
    this.client.socket.pause();
    this.#turn = this.#turn
      .then(() => this.#route(wish))
      .catch((error: unknown) => this.refuse(codedError(error)))
      .then(() => {
        this.#turns--;
        this.#readOn();
      });
  }

  /** Tells that something is not done; of what makes no sense, and of what ends a server's part, the connection ends. */
  refuse(error: FeedError): void {
    const comesBack = errorCodes[error.code].retry === 'come-back';
    if (comesBack || senseless.has(error.code)) return this.end(error.code);
    this.#write(this.client.speech.tell(refusalText(this.rim, error)));
    if (++this.#refusals >= MOST_REFUSALS) this.end('too_many_errors');
  }

  /** Says goodbye with a code and closes. */
  end(code: ErrorCode): void {
    this.#write(this.client.speech.tell(byeText(this.rim, code)));
    this.#close(closePayload(errorCodes[code].close));
  }

  async #route(wish: SubscribeMessage): Promise<void> {
    if (this.#over) return;
    const parts = splitMessage(this.rim.routes, wish);
    const missing = [...parts.keys()].filter((server) => !this.#servers.has(server));
    await Promise.all(missing.map((server) => this.#open(server)));
    // A server whose topics are wanted no more is told so by an empty wish.
    for (const [server, socket] of this.#servers)
      socket.say(encodeMessage(parts.get(server) ?? { type: 'subscribe', subscriptions: [] }));
  }

  /** A server that cannot be had ends the connection: without it, its topics would be missing in silence. */
  async #open(server: Address): Promise<void> {
    try {
      const listen = await dialServer(this.rim, { ...this.client.dialling, server });
      const socket = listen(this.#eventsOf());
      if (this.#over) socket.leave();
      else this.#servers.set(server, socket);
    } catch (error) {
      this.end(codedError(error).code);
    }
  }

  #eventsOf(): ServerEvents {
    return {
      frame: (frame) => this.#frame(frame),
      ended: (close) => {
        // Its bye has gone before its close code; without either the gateway says both.
        if (close === undefined) this.end('lost');
        else this.#close(closePayload(close === 1005 ? 1000 : close));
      },
    };
  }

  #frame(frame: WebSocketFrame): void {
    const { speech } = this.client;
    if (frame.opcode === opcodes.ping) this.#write(speech.ping(frame));
    else if (!frame.final || frame.opcode === opcodes.continuation) this.end('internal');
    else if (frame.opcode !== opcodes.pong) this.#write(speech.message(frame));
  }

  #read(chunk: Buffer): void {
    if (this.#over) return;
    try {
      this.#messages.add(chunk);
    } catch (error) {
      if (error instanceof WebSocketFault) this.#close(closePayload(error.close));
      else this.refuse(codedError(error));
    }
  }

  #hear(text: string): void {
    if (this.#over) return;
    const said = this.client.speech.hear(text);
    this.#do(said);
  }

  #do(said: Said): void {
    switch (said.type) {
      case 'wish':
        return this.subscribe(said.wish);
      case 'greeting':
        return this.#greet(said.answer);
      case 'alive':
        return this.#alive(Buffer.alloc(0));
      case 'leaving':
        return this.#close(closePayload(1000));
    }
  }

  #greet(answer: string): void {
    this.#write(plainFrame(opcodes.text, Buffer.from(answer)));
    if (this.client.refusal) this.refuse(this.client.refusal);
  }

  /** The client answered some server's ping: it lives for all of them, which RFC 6455 section 5.5.3 lets us say. */
  #alive(payload: Buffer): void {
    for (const server of this.#servers.values()) server.pong(payload);
  }

  #write(bytes: Buffer): void {
    const { socket } = this.client;
    if (this.#over || !socket.writable || socket.write(bytes)) return;
    // Neither the servers nor the client itself may fill what the client does not take.
    socket.pause();
    for (const server of this.#servers.values()) server.pause();
  }

  #drained(): void {
    for (const server of this.#servers.values()) server.resume();
    this.#readOn();
  }

  #readOn(): void {
    if (this.#turns === 0 && !this.client.socket.writableNeedDrain) this.client.socket.resume();
  }

  #close(payload: Buffer): void {
    const { socket } = this.client;
    if (this.#over) return;
    this.#write(plainFrame(opcodes.close, payload));
    this.#over = true;
    this.#leaveServers();
    socket.resume();
    socket.end();
    socket.once(
      'close',
      this.rim.clock.after(GRACE_MS, () => socket.destroy()),
    );
  }

  #leaveServers(): void {
    this.#over = true;
    for (const server of this.#servers.values()) server.leave();
    this.#servers.clear();
  }
}
