import { intervals, type Interval } from '@tickway/market';

/** The intervals that stores keep; the others are folded from them. */
export const keptIntervals = ['1s', '1m'] as const;

export type KeptInterval = (typeof keptIntervals)[number];

/** The kept interval of which bars of `interval` are made. */
export const keptFor = (interval: Interval): KeptInterval =>
  intervals[interval] < intervals['1m'] ? '1s' : '1m';
