import type { Trade } from './trade';

/** Trades of one symbol in [start, start + interval). */
export interface Bar {
  /** Epoch ms, source clock. */
  readonly start: number;
  /** Prices of the first, the highest, the lowest and the last trade, dollars. "First" and "last" are of the order of offsets. */
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Shares. */
  readonly volume: number;
  /** Sum of price times size, dollars: `value / volume` is the volume-weighted average price of any run of bars. */
  readonly value: number;
  /** How many trades. */
  readonly trades: number;
}

/** A bar of one trade. */
export const barOf = ({ price, size }: Trade, start: number): Bar => ({
  start,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: size,
  value: price * size,
  trades: 1,
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
