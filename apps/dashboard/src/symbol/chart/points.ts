import {
  addTurnover,
  exponentialAverage,
  NO_TURNOVER,
  simpleAverage,
  slide,
  startOf,
  vwap,
  type Bar,
  type BarSeries,
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
}

/** Bars with their lines. VWAP begins anew each day (midnight UTC), and with the first bar. */
export function pointsOf(bars: BarSeries): readonly Point[] {
  const [add, average, smooth] = [slide(FAST), simpleAverage(FAST), exponentialAverage(SLOW)];
  let window: LastValues = [];
  let slow: number | undefined;
  let turnover = NO_TURNOVER;
  let day = -1;
  return bars.map((bar) => {
    const today = startOf(bar.start, '1d');
    turnover = addTurnover(today === day ? turnover : NO_TURNOVER, bar);
    day = today;
    window = add(window, bar.close);
    slow = smooth(slow, bar.close);
    return { bar, vwap: vwap(turnover), fast: average(window), slow };
  });
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
