/** Where the time comes from: `Date` in production, a hand-moved number in tests. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
}
