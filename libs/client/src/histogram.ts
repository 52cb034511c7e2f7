import type { Percentiles } from './percentiles';

/** Each bucket is 4 % wider than the one before, so its middle is within 2 % of all it holds. */
const GROWTH = Math.log(1.04);
/** Values below are counted as this, ms. */
const LEAST_MS = 0.1;
/** The last bucket ends beyond a day. */
const BUCKETS = Math.ceil(Math.log(86_400_000 / LEAST_MS) / GROWTH) + 2;

/** A distribution of times in a fixed number of buckets: 4 kB however many are counted. */
export class Histogram {
  private readonly counts = new Float64Array(BUCKETS);
  private samples = 0;
  private negative = 0;
  private max = 0;

  add(ms: number): void {
    const bucket = bucketOf(ms);
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.samples++;
    if (ms < 0) this.negative++;
    this.max = Math.max(this.max, ms);
  }

  clear(): void {
    this.counts.fill(0);
    this.samples = this.negative = this.max = 0;
  }

  /** The distribution of all of `parts` together; undefined when nothing was counted. */
  static percentiles(parts: readonly Histogram[]): Percentiles | undefined {
    const samples = sum(parts.map((part) => part.samples));
    if (samples === 0) return undefined;
    const max = Math.max(...parts.map((part) => part.max));
    const at = (share: number) => Math.min(max, Histogram.valueAt(parts, Math.ceil(samples * share)));
    const negative = sum(parts.map((part) => part.negative));
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max, samples, negative };
  }

  /** The middle of the bucket that holds the `rank`-th smallest value. */
  private static valueAt(parts: readonly Histogram[], rank: number): number {
    let counted = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      for (const part of parts) counted += part.counts[bucket] ?? 0;
      if (counted >= rank) return middleOf(bucket);
    }
    return middleOf(BUCKETS - 1);
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const bucketOf = (ms: number): number =>
  ms < LEAST_MS ? 0 : Math.min(BUCKETS - 1, 1 + Math.floor(Math.log(ms / LEAST_MS) / GROWTH));

const middleOf = (bucket: number): number =>
  bucket === 0 ? 0 : LEAST_MS * Math.exp((bucket - 0.5) * GROWTH);
