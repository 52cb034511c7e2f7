/** Counts, or keeps the worst of, what happens in each stretch of time after a moment; what lies outside is left out. */
export class TimeBins {
  readonly #sums: number[];
  readonly #worst: (number | undefined)[];

  /** @param binMs the width of one, ms @param count how many there are */
  constructor(
    private readonly binMs: number,
    count: number,
  ) {
    this.#sums = new Array<number>(count).fill(0);
    this.#worst = new Array<undefined>(count).fill(undefined);
  }

  /** Books one, `ms` after the moment, with a value if it has one. */
  add(ms: number, value = 0): void {
    const bin = Math.floor(ms / this.binMs);
    if (bin < 0 || bin >= this.#sums.length) return;
    this.#sums[bin] = (this.#sums[bin] ?? 0) + 1;
    this.#worst[bin] = Math.max(this.#worst[bin] ?? value, value);
  }

  /** How many were booked in each. */
  get counts(): readonly number[] {
    return this.#sums;
  }

  /** The greatest value in each; undefined where nothing was booked. */
  get worst(): readonly (number | undefined)[] {
    return this.#worst;
  }
}
