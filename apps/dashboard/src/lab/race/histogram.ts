/** Each bucket is 2 % wider than the one before, so its middle is within 1 % of all it holds. */
const GROWTH = Math.log(1.02);
/** Values below fall into the first bucket, ms. */
const LEAST_MS = 0.5;
/** Values from here on fall into the last bucket, ms. */
const WIDEST_MS = 600_000;
const BUCKETS = Math.ceil(Math.log(WIDEST_MS / LEAST_MS) / GROWTH) + 2;

/** How measured times are distributed, ms. Mean, min and max are exact, the others to within 1 %. */
export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** How many were measured. */
  readonly samples: number;
  /** Below zero when two clocks differ by more than is known. */
  readonly min: number;
}

/** A distribution of times in fixed memory (6 kB), however many are counted. */
export class Histogram {
  private readonly counts = new Float64Array(BUCKETS);
  private samples = 0;
  private sum = 0;
  private max = 0;
  private min = Infinity;

  add(ms: number): void {
    const bucket = bucketOf(ms);
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.samples++;
    this.sum += ms;
    this.max = Math.max(this.max, ms);
    this.min = Math.min(this.min, ms);
  }

  clear(): void {
    this.counts.fill(0);
    this.samples = this.sum = this.max = 0;
    this.min = Infinity;
  }

  /** The distribution; undefined when nothing was counted. */
  spread(): Spread | undefined {
    const { samples, min, max } = this;
    if (samples === 0) return undefined;
    const at = (share: number) => Math.min(max, this.valueAt(Math.ceil(samples * share)));
    return { mean: this.sum / samples, p50: at(0.5), p95: at(0.95), p99: at(0.99), max, min, samples };
  }

  /** The share of all in each of `bars` bars of equal logarithmic width between two times, ms; what lies outside is in the outermost. */
  shares(bars: number, { from, to }: { readonly from: number; readonly to: number }): readonly number[] {
    const shares = Array<number>(bars).fill(0);
    const scale = bars / Math.log(to / from);
    for (const [bucket, count] of this.counts.entries()) {
      if (count === 0) continue;
      const bar = Math.floor(Math.log(Math.max(from, middleOf(bucket)) / from) * scale);
      const within = Math.min(bars - 1, bar);
      shares[within] = (shares[within] ?? 0) + count / this.samples;
    }
    return shares;
  }

  /** The middle of the bucket that holds the `rank`-th smallest value. */
  private valueAt(rank: number): number {
    let counted = 0;
    for (const [bucket, count] of this.counts.entries()) {
      counted += count;
      if (counted >= rank) return middleOf(bucket);
    }
    return middleOf(BUCKETS - 1);
  }
}

const bucketOf = (ms: number): number =>
  ms < LEAST_MS ? 0 : Math.min(BUCKETS - 1, 1 + Math.floor(Math.log(ms / LEAST_MS) / GROWTH));

const middleOf = (bucket: number): number =>
  bucket === 0 ? 0 : LEAST_MS * Math.exp((bucket - 0.5) * GROWTH);
