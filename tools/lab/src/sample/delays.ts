/** From this on a delay is flagged, ms. */
export const LATE_MS = 5_000;

/** What is said of a row of delays, ms. */
export interface Delays {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** Standard deviation. */
  readonly deviation: number;
  readonly max: number;
  /** Those over {@link LATE_MS}. */
  readonly late: number;
  /** Those below zero, which only clocks that differ make. */
  readonly negative: number;
}

/** Sums delays up; not numbers when there are none. */
export function delaysOf(delays: readonly number[]): Delays {
  const sorted = delays.toSorted((a, b) => a - b);
  const count = sorted.length;
  const mean = sum(sorted) / count;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(count / 2) - 1], sorted[Math.floor(count / 2)]];
  return {
    ...{ count, mean },
    median: (low + high) / 2,
    deviation: Math.sqrt(sum(sorted.map((delay) => (delay - mean) ** 2)) / count),
    max: sorted[count - 1] ?? NaN,
    late: sorted.filter((delay) => delay > LATE_MS).length,
    negative: sorted.filter((delay) => delay < 0).length,
  };
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
