/** Lengths of bars, ms. A day begins at midnight UTC. */
export const intervals = {
  '1s': 1_000,
  '5s': 5_000,
  '15s': 15_000,
  '1m': 60_000,
  '5m': 300_000,
  '15m': 900_000,
  '1h': 3_600_000,
  '1d': 86_400_000,
} as const;

/** How much time a bar tells. */
export type Interval = keyof typeof intervals;

/** Whether `text` names an interval. */
export const isInterval = (text: unknown): text is Interval =>
  typeof text === 'string' && Object.hasOwn(intervals, text);

/** When the bar that holds `at` begins; both epoch ms. */
export const startOf = (at: number, interval: Interval): number =>
  Math.floor(at / intervals[interval]) * intervals[interval];
