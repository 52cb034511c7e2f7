import { startOf, type Interval } from './interval';
import type { Trade } from './trade';

/** What of a trade a bar tells. */
export type Execution = Pick<Trade, 'price' | 'size'>;

/** The trades of [start, start + interval). There is none of a time in which nothing was traded. */
export interface Bar {
  /** Epoch ms. */
  readonly start: number;
  /** Prices of the first, the highest, the lowest and the last trade, dollars; first and last by their order in the topic. */
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Shares. */
  readonly volume: number;
  /** Price times size of all trades, dollars. */
  readonly value: number;
  /** How many trades. */
  readonly trades: number;
}

/** Makes a bar of the given interval from its first trade, which happened `at`, epoch ms. */
export const barOf =
  (interval: Interval) =>
  ({ price, size }: Execution, at: number): Bar => ({
    start: startOf(at, interval),
    open: price,
    high: price,
    low: price,
    close: price,
    volume: size,
    value: price * size,
    trades: 1,
  });

/** The bar after one more trade in it. */
export const foldTrade = (bar: Bar, { price, size }: Execution): Bar => ({
  ...bar,
  high: Math.max(bar.high, price),
  low: Math.min(bar.low, price),
  close: price,
  volume: bar.volume + size,
  value: bar.value + price * size,
  trades: bar.trades + 1,
});

/** A bar and a later one as one; it begins where the earlier does. */
export const joinBars = (earlier: Bar, later: Bar): Bar => ({
  start: earlier.start,
  open: earlier.open,
  high: Math.max(earlier.high, later.high),
  low: Math.min(earlier.low, later.low),
  close: later.close,
  volume: earlier.volume + later.volume,
  value: earlier.value + later.value,
  trades: earlier.trades + later.trades,
});
