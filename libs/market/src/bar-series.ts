import { barOf, foldTrade, type Bar, type Execution } from './bar';
import { startOf, type Interval } from './interval';

/** Bars of one interval, oldest first, at most one of each start. */
export type BarSeries = readonly Bar[];

/**
 * Takes one more trade into a series: into its bar, or a new one at its place. A trade may be late (its
 * source's clock need not follow the topic's order); that it is little late is what makes this quick.
 */
export const addTrade =
  (interval: Interval) =>
  (bars: BarSeries, trade: Execution, at: number): BarSeries => {
    const start = startOf(at, interval);
    const last = bars.findLastIndex((bar) => bar.start <= start);
    const bar = bars[last];
    if (bar?.start === start) return bars.with(last, foldTrade(bar, trade));
    return bars.toSpliced(last + 1, 0, barOf(interval)(trade, at));
  };
