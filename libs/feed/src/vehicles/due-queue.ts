/**
 * Things that fall due, found again without looking at those that do not: they lie in buckets of time.
 * Within a bucket their order is that of adding.
 */
export class DueQueue<T> {
  readonly #buckets = new Map<number, T[]>();
  #next: number;

  /** @param grainMs width of a bucket; a thing is given out up to this much late, never early */
  constructor(
    private readonly grainMs: number,
    now: number,
  ) {
    this.#next = Math.floor(now / grainMs);
  }

  /** Adds a thing that is due at `dueAt`; one that is overdue is given out at the next taking. */
  add(thing: T, dueAt: number): void {
    const bucket = Math.max(this.#next, Math.ceil(dueAt / this.grainMs));
    const things = this.#buckets.get(bucket);
    if (things) things.push(thing);
    else this.#buckets.set(bucket, [thing]);
  }

  /** Takes out all that are due by `now`. */
  take(now: number): readonly T[] {
    const due: T[] = [];
    for (; this.#next * this.grainMs <= now; this.#next++) {
      due.push(...(this.#buckets.get(this.#next) ?? []));
      this.#buckets.delete(this.#next);
    }
    return due;
  }
}
