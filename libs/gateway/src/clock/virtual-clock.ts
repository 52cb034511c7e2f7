import type { Clock } from './clock';

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/** A clock that stands still until it is moved; what falls due on the way happens at its own time, in order. */
export class VirtualClock implements Clock {
  readonly stepMs: number = 0;
  readonly #due = new Set<Due>();
  #now: number;

  constructor(startAt = 1_000_000) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const due = { at: this.#now + ms, act };
    this.#due.add(due);
    return () => void this.#due.delete(due);
  }

  /** How many acts wait. */
  get waiting(): number {
    return this.#due.size;
  }

  /** Moves on by `ms`. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#earliest(end); next; next = this.#earliest(end)) {
      this.#due.delete(next);
      this.#now = next.at;
      next.act();
    }
    this.#now = end;
  }

  #earliest(end: number): Due | undefined {
    let earliest: Due | undefined;
    for (const due of this.#due)
      if (due.at <= end && (earliest === undefined || due.at < earliest.at)) earliest = due;
    return earliest;
  }
}
