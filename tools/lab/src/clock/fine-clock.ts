import type { Clock } from './clock';

interface Due {
  readonly at: number;
  readonly act: () => void;
  done: boolean;
}

/** Half of a timer's millisecond: what is nearer than this is done at once. */
const NEAR_MS = 0.5;

/**
 * This machine's clock with parts of a millisecond, whose acts come in the order of their times: one queue,
 * one timer. A timer of its own for each would be late by up to a millisecond and out of order.
 */
export class FineClock implements Clock {
  readonly #queue: Due[] = [];
  #timer: NodeJS.Timeout | undefined;
  #wakeAt = Infinity;

  now(): number {
    return performance.timeOrigin + performance.now();
  }

  after(ms: number, act: () => void): () => void {
    const due: Due = { at: this.now() + ms, act, done: false };
    this.#insert(due);
    this.#wake();
    return () => {
      due.done = true;
    };
  }

  #insert(due: Due): void {
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#queue[middle]?.at ?? Infinity) <= due.at) low = middle + 1;
      else high = middle;
    }
    this.#queue.splice(low, 0, due);
  }

  #wake(): void {
    const [first] = this.#queue;
    if (!first || first.at >= this.#wakeAt) return;
    clearTimeout(this.#timer);
    this.#wakeAt = first.at;
    this.#timer = setTimeout(() => this.#run(), Math.max(0, Math.floor(first.at - this.now())));
  }

  #run(): void {
    this.#wakeAt = Infinity;
    const until = this.now() + NEAR_MS;
    for (let [first] = this.#queue; first && first.at <= until; [first] = this.#queue) {
      this.#queue.shift();
      if (!first.done) first.act();
    }
    this.#wake();
  }
}
