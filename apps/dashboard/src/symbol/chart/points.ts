import {
  addTurnover,
  exponentialAverage,
  intervals,
  NO_TURNOVER,
  simpleAverage,
  slide,
  startOf,
  vwap,
  type Bar,
  type BarSeries,
  type Interval,
  type LastValues,
} from '@tickway/market';

/** The lines over the candles. */
export const lineNames = ['vwap', 'fast', 'slow'] as const;
export type LineName = (typeof lineNames)[number];

/** Bars that the averages are long: the simple and the exponential one. */
export const [FAST, SLOW] = [20, 50];

/** A bar and the lines' values at its end, dollars. */
export interface Point extends Readonly<Partial<Record<LineName, number | undefined>>> {
  readonly bar: Bar;
  /** Beginnings, epoch ms, of bars before it that there are none of: so much room stays empty, that a cut is seen as one. */
  readonly empty: readonly number[];
}

/** Most room that a cut takes, bars: a night's would else push everything out of sight. */
const MOST_EMPTY = 12;

/** Bars with their lines. VWAP begins anew each day (midnight UTC), and with the first bar. */
export function pointsOf(bars: BarSeries, interval: Interval): readonly Point[] {
  const [add, average, smooth] = [slide(FAST), simpleAverage(FAST), exponentialAverage(SLOW)];
  let window: LastValues = [];
  let slow: number | undefined;
  let turnover = NO_TURNOVER;
  let day = -1;
  return bars.map((bar, i) => {
    const today = startOf(bar.start, '1d');
    turnover = addTurnover(today === day ? turnover : NO_TURNOVER, bar);
    day = today;
    window = add(window, bar.close);
    slow = smooth(slow, bar.close);
    const empty = emptyBetween(bars[i - 1], bar, interval);
    return { bar, empty, vwap: vwap(turnover), fast: average(window), slow };
  });
}

/** Days that no market opens on are no cut. */
function emptyBetween(before: Bar | undefined, { start }: Bar, interval: Interval): readonly number[] {
  if (!before || interval === '1d') return [];
  const ms = intervals[interval];
  const missing = Math.floor((start - before.start) / ms) - 1;
  const length = Math.max(0, Math.min(MOST_EMPTY, missing));
  return Array.from({ length }, (_, i) => start - (length - i) * ms);
}

/**
 * From which index on `after` must be drawn when `before` is drawn; `undefined` when all of it must. Bars are compared by
 * identity: what does not change stays the same object.
 */
export function changedFrom(before: BarSeries, after: BarSeries): number | undefined {
  const last = before.length - 1;
  const goesOn =
    last >= 0 &&
    after[last]?.start === before[last]?.start &&
    before.every((bar, i) => i === last || after[i] === bar);
  return goesOn ? last : undefined;
}
