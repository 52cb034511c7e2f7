import type { Address } from '@tickway/gateway';
import { Agent, request } from 'node:http';

/** The topic that the lab's own events go to when one is enough: delivered each, never merged. */
export const LAB_TOPIC = 'lab';

/** What an outside source needs. */
export interface OutsideSourceOptions {
  readonly server: Address;
  /** Of the server's ingest. */
  readonly token: string;
  readonly topic: string;
  /** Over which keys the events go round. */
  readonly keys: number;
  /** Bytes of text in each update beside its numbers. */
  readonly padding?: number;
  /** Requests at once; with more than one, numbers may overtake each other. @default 1 */
  readonly sockets?: number;
}

/** A source of events whose number and time the lab knows, since it makes them: through the server's ingest. */
export class OutsideSource {
  readonly #agent: Agent;
  #published = 0;
  #accepted = 0;
  /** What the ingest last refused. */
  fault: string | undefined;

  constructor(private readonly options: OutsideSourceOptions) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: options.sockets ?? 1 });
  }

  /** How many updates have been sent. */
  get published(): number {
    return this.#published;
  }

  /** How many the server has taken: fewer than published when it cannot keep up. */
  get accepted(): number {
    return this.#accepted;
  }

  /** Sends `count` updates as one request, numbered from 1 over the source's life. */
  publish(count: number, now: number): Promise<void> {
    const lines = Array.from({ length: count }, () => `${JSON.stringify(this.#next(now))}\n`);
    return this.#post(lines.join(''), count);
  }

  close(): void {
    this.#agent.destroy();
  }

  #next(at: number) {
    const id = ++this.#published;
    const { keys, padding = 0 } = this.options;
    const key = `K${id % keys}`;
    // Another text each time: the hub tells only what changed.
    const text = `${id}`.padEnd(padding, 'x').slice(0, padding);
    const fields = { id, price: 100 + (id % 900) / 100, ...(padding > 0 && { text }) };
    return { key, fields, at };
  }

  #post(body: string, count: number): Promise<void> {
    const { server, token, topic } = this.options;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Length': Buffer.byteLength(body) };
    const target = { ...server, path: `/ingest/${topic}`, method: 'POST', agent: this.#agent, headers };
    return new Promise((resolve, reject) => {
      request(target, (answer) => {
        if (answer.statusCode === 200) this.#accepted += count;
        else this.fault = `ingest answered ${answer.statusCode ?? 0}`;
        answer.resume().once('end', resolve);
      })
        .once('error', reject)
        .end(body);
    });
  }
}
