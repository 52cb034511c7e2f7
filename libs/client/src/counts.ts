/** What an independent check of the frames found since the connection was made. All should stay 0 but the last three. */
export interface Counts {
  /** Offsets that never came and were not told of by a gap; on `every` topics also rows that were left out. */
  readonly missing: number;
  /** Offsets, or rows of an `every` topic, that came a second time. */
  readonly double: number;
  /** Gap frames: losses the server told of. */
  readonly gaps: number;
  /** Live switches that came about. */
  readonly switches: number;
  /** Times the connection was resumed after a loss. */
  readonly reconnects: number;
}
