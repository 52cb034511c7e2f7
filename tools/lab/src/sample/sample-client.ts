import type { Address } from '@tickway/gateway';
import type { TransportName } from '@tickway/protocol';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a sample client listens to. */
export interface SampleSetting {
  readonly server: Address;
  readonly name: TransportName;
  readonly topic: string;
  readonly seed: number;
}

/** What its thread is asked: for another connection, or for the delays since the last time. */
export type SampleQuestion = 'another' | 'delays';

/**
 * A client of a few connections in a thread of its own, which measures how late updates are while others make the
 * load: what keeps those busy does not delay its figures.
 */
export class SampleClient {
  readonly #thread: Worker;

  constructor(workerData: SampleSetting) {
    this.#thread = new Worker(new URL('./sample-thread.js', import.meta.url), { workerData });
    // It then answers nothing, and who asks fails.
    this.#thread.on('error', () => undefined);
  }

  /** Opens one connection more; resolves when it has its first frame. */
  async another(): Promise<void> {
    await this.#ask('another');
  }

  /** From the hub's commit to arrival, ms, each since the last time this was asked. */
  async delays(): Promise<readonly number[]> {
    return (await this.#ask('delays')) as readonly number[];
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  async #ask(question: SampleQuestion): Promise<unknown> {
    this.#thread.postMessage(question);
    const [answer] = (await once(this.#thread, 'message', { signal: AbortSignal.timeout(10_000) })) as [
      unknown,
    ];
    return answer;
  }
}
