const WIDEST_MS = 60_000;

/** What a histogram says, ms. */
export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Counts times in whole milliseconds, so its percentiles are exact at the resolution of the clocks. From
 * 60 s on all fall into one; the mean and the maximum are exact all the same.
 */
export class Histogram {
  readonly #counts = new Float64Array(WIDEST_MS + 1);
  #count = 0;
  #sum = 0;
  #max = 0;
  #negative = 0;

  /** Records `times` times `ms`; a negative time is a fault of the clocks and counted as such. */
  record(ms: number, times = 1): void {
    const at = Math.min(WIDEST_MS, Math.max(0, Math.round(ms)));
    this.#counts[at] = (this.#counts[at] ?? 0) + times;
    this.#count += times;
    this.#sum += ms * times;
    this.#max = Math.max(this.#max, ms);
    if (ms < 0) this.#negative += times;
  }

  /** Forgets everything. */
  clear(): void {
    this.#counts.fill(0);
    this.#count = this.#sum = this.#max = this.#negative = 0;
  }

  get count(): number {
    return this.#count;
  }

  get negative(): number {
    return this.#negative;
  }

  /** The spread of what was recorded; `undefined` when that was nothing. */
  spread(): Spread | undefined {
    if (this.#count === 0) return undefined;
    return {
      mean: this.#sum / this.#count,
      p50: this.#percentile(0.5),
      p95: this.#percentile(0.95),
      p99: this.#percentile(0.99),
      max: this.#max,
    };
  }

  #percentile(share: number): number {
    let left = Math.ceil(this.#count * share);
    for (const [ms, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return ms;
    }
    return WIDEST_MS;
  }
}
