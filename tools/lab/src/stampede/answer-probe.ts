import type { Address } from '@tickway/gateway';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** When the server was asked, epoch ms, and how long it took to answer, ms. */
export type ProbeSample = readonly [at: number, tookMs: number];

/**
 * Asks the server for its time every 10 ms from a thread of its own: what it takes to answer is how late its event loop
 * is, as somebody outside sees it, waiting for a processor included.
 */
export class AnswerProbe {
  readonly #thread: Worker;

  constructor(server: Address) {
    this.#thread = new Worker(new URL('./answer-probe-thread.js', import.meta.url), { workerData: server });
    // Without a probe there are no samples, and the report says so.
    this.#thread.on('error', () => undefined);
  }

  /** What was found since the last time this was asked. */
  async samples(): Promise<readonly ProbeSample[]> {
    this.#thread.postMessage('samples');
    const [samples] = (await once(this.#thread, 'message')) as [readonly ProbeSample[]];
    return samples;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}
