/** Lengths of bars, ms. A day begins at midnight UTC. */
export const intervals = {
  '1s': 1_000,
  '5s': 5_000,
  '1m': 60_000,
  '5m': 300_000,
  '1h': 3_600_000,
  '1d': 86_400_000,
} as const;

export type Interval = keyof typeof intervals;

/** The intervals that stores keep; the others are folded from them. */
export type KeptInterval = '1s' | '1m';
export const keptIntervals: readonly KeptInterval[] = ['1s', '1m'];

/** Whether `text` names an interval. */
export const isInterval = (text: unknown): text is Interval =>
  typeof text === 'string' && Object.hasOwn(intervals, text);

/** The kept interval of which bars of `interval` are made. */
export const keptFor = (interval: Interval): KeptInterval =>
  interval === '1s' || interval === '5s' ? '1s' : '1m';

/** When the bar that holds `at` begins, epoch ms. */
export const startOf = (at: number, interval: Interval): number =>
  Math.floor(at / intervals[interval]) * intervals[interval];
