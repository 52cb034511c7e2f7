/** How measured times are distributed over the meter's window, ms, to within 2 %. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** How many were measured. */
  readonly samples: number;
  /** How many of them were negative (counted as 0 above): the clock estimate is off, or the source's clock is ahead. */
  readonly negative: number;
}
