import {
  eventStream,
  maskedFrame,
  opcodes,
  WebSocketFrames,
  type Address,
  type Cancel,
  type Clock,
} from '@tickway/gateway';
import { formatQuery, parseTopic, plainForm } from '@tickway/protocol';
import { once } from 'node:events';
import {
  connect,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
} from 'node:http2';
import type { FrameMemo } from '../../ledger/frame-memo';
import { Ledger } from '../../ledger/ledger';
import type { Tally } from '../../ledger/tally';
import { ByteAccount } from '../../wire/byte-account';
import { httpFrames } from '../../wire/http-frames';

/** What a browser is given. */
export interface BrowserOptions {
  /** Speaks HTTP/2, by prior knowledge. */
  readonly entrance: Address;
  readonly clock: Clock;
  readonly memo: FrameMemo;
  /** Of each request, lower-case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Uniform in [0, 1): masks. */
  readonly random: () => number;
}

/** What one viewer in a browser follows. */
export interface Following {
  readonly topic: string;
  readonly tally: Tally;
}

/** How a browser asks again and again. */
export interface AskingAgain {
  readonly transport: 'polling' | 'long-polling';
  /** From an answer to the next question, ms. */
  readonly pauseMs: number;
}

/**
 * A browser with one HTTP/2 connection, on which all go that it asks: as many viewers as it has tabs. It reads bodies with
 * what the lab's other viewers read them with, and comes back from nothing: what breaks is a fault.
 */
export class Browser {
  /** Of bodies: frames, and what parts them. */
  readonly account = new ByteAccount();
  readonly ledgers: Ledger[] = [];
  requests = 0;
  /** Statuses that opened WebSockets. */
  readonly opened = new Set<number>();
  /** What could not be understood or broke, first of all. */
  fault: string | undefined;
  readonly #session: ClientHttp2Session;
  readonly #waiting = new Set<Cancel>();
  #closed = false;

  private constructor(private readonly options: BrowserOptions) {
    const { host, port } = options.entrance;
    this.#session = connect(`http://${host}:${port}`);
    this.#session.on('error', (error) => this.#failed(error));
  }

  /** Opens the connection, and waits for what the other side can do: only then may a WebSocket be asked for. */
  static async open(options: BrowserOptions): Promise<Browser> {
    const browser = new Browser(options);
    await once(browser.#session, 'remoteSettings');
    return browser;
  }

  /** Bytes both ways by the socket's own counters. */
  get carried(): number {
    const { bytesRead, bytesWritten } = this.#session.socket;
    return bytesRead + bytesWritten;
  }

  /** Whether each viewer has been told something. */
  get complete(): boolean {
    return this.ledgers.every(({ complete }) => complete);
  }

  poll(following: Following, asking: AskingAgain): void {
    this.#ask(this.#ledger(following), asking);
  }

  stream(following: Following): void {
    const ledger = this.#ledger(following);
    const events = eventStream({
      data: (data) => this.#take(data, ledger),
      framing: (bytes) => this.account.add('framing', bytes),
    });
    const path = `/feed/streaming?${queryOf(ledger)}`;
    this.#read(this.#request({ ':path': path, accept: 'text/event-stream' }), (chunk) => events.add(chunk));
  }

  socket(following: Following): void {
    const ledger = this.#ledger(following);
    const head = { ':method': 'CONNECT', ':protocol': 'websocket', 'sec-websocket-version': '13' };
    const stream = this.#request({ ...head, ':path': `/feed/websocket?${queryOf(ledger)}` }, false);
    stream.on('response', ({ ':status': status = 0 }) => this.opened.add(status));
    const frames = new WebSocketFrames(({ opcode, payload, headBytes }) => {
      this.account.add('framing', headBytes);
      if (opcode === opcodes.text) return this.#take(payload, ledger);
      this.account.add('framing', payload.length);
      if (opcode === opcodes.ping) this.#pong(stream, payload);
    });
    this.#read(stream, (chunk) => frames.add(chunk));
  }

  /** Says something; it is heard when it comes back on a stream. */
  post(path: string, body: string, authorization: string): void {
    const stream = this.#request({ ':method': 'POST', ':path': path, authorization }, false);
    this.#read(stream, () => undefined);
    stream.end(body);
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#waiting) cancel();
    this.#session.destroy();
  }

  #ask(ledger: Ledger, asking: AskingAgain): void {
    const { transport, pauseMs } = asking;
    const receive = (payload: Buffer) => this.#take(payload, ledger);
    const frames = httpFrames({ account: this.account, receive }, plainForm);
    const stream = this.#request({ ':path': `/feed/${transport}?${queryOf(ledger)}` });
    this.#read(stream, (chunk) => frames.add(chunk));
    stream.on('end', () => {
      if (pauseMs > 0) this.#after(pauseMs, () => this.#ask(ledger, asking));
      else if (!this.#closed) this.#ask(ledger, asking);
    });
  }

  #after(ms: number, act: () => void): void {
    const cancel = this.options.clock.after(ms, () => {
      this.#waiting.delete(cancel);
      act();
    });
    this.#waiting.add(cancel);
  }

  #ledger({ topic, tally }: Following): Ledger {
    const ledger = new Ledger([parseTopic(topic)], tally);
    this.ledgers.push(ledger);
    return ledger;
  }

  #request(head: IncomingHttpHeaders, endStream = true): ClientHttp2Stream {
    this.requests++;
    return this.#session.request({ ...this.options.headers, ...head }, { endStream });
  }

  #read(stream: ClientHttp2Stream, take: (chunk: Buffer) => void): void {
    stream.on('response', ({ ':status': status }) => {
      if (status !== 200) this.#failed(new Error(`answered ${status}`));
    });
    stream.on('error', (error) => this.#failed(error));
    stream.on('data', (chunk: Buffer) => {
      try {
        take(chunk);
      } catch (error) {
        this.#failed(error);
      }
    });
  }

  #take(payload: Buffer, ledger: Ledger): void {
    this.account.add('payload', payload.length);
    ledger.take(this.options.memo.read(payload), this.options.clock.now());
  }

  #pong(stream: ClientHttp2Stream, payload: Buffer): void {
    const frame = maskedFrame(opcodes.pong, payload, this.options.random);
    this.account.add('framing', frame.length);
    stream.write(frame);
  }

  #failed(error: unknown): void {
    if (!this.#closed) this.fault ??= error instanceof Error ? error.message : String(error);
  }
}

const queryOf = (ledger: Ledger): string => formatQuery(ledger.subscriptions()).toString();
