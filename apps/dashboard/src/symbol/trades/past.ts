import { addTrade, type BarSeries, type Interval } from '@tickway/market';
import type { ToldTrade } from './told-trade';

/** Bars of a symbol that hold each of its trades up to one, and none beyond it. */
export interface Past {
  /** Life of the order of trades that `upTo` belongs to. */
  readonly epoch: string;
  /** Revision of the last trade in the bars. */
  readonly upTo: number;
  readonly bars: BarSeries;
}

/**
 * Goes on with trades in the order of their revisions: those that the bars hold are passed over, the next ones are
 * folded in. A `hole` when the trade that must come next is not there: then another past is needed.
 */
export const goOn =
  (interval: Interval) =>
  (past: Past, trades: readonly ToldTrade[]): Past | 'hole' => {
    const fresh = trades.filter(({ revision }) => revision > past.upTo);
    if (fresh.length === 0) return past;
    if (fresh.some(({ revision }, i) => revision !== past.upTo + i + 1)) return 'hole';
    const add = addTrade(interval);
    return {
      epoch: past.epoch,
      upTo: past.upTo + fresh.length,
      bars: fresh.reduce((bars, trade) => add(bars, trade, trade.at), past.bars),
    };
  };
