import { addTrade, type BarSeries, type Interval } from '@tickway/market';
import type { Telling } from './telling';
import type { Told } from './told-trade';

/** Bars of a symbol that hold all that was told of it up to a revision, and nothing beyond. */
export interface Past {
  /** Life of the order that `upTo` belongs to. */
  readonly epoch: string;
  /** Revision of the last that is in the bars. */
  readonly upTo: number;
  readonly bars: BarSeries;
}

/**
 * Goes on with what was told, in the order of revisions: what the bars hold is passed over, what comes next is folded in. A
 * `hole` when each counts and the one that must come next is not there: then another past is needed.
 */
export const goOn =
  (interval: Interval, { every }: Pick<Telling, 'every'>) =>
  (past: Past, told: readonly Told[]): Past | 'hole' => {
    const fresh = told.filter(({ revision }) => revision > past.upTo);
    const last = fresh.at(-1);
    if (!last) return past;
    if (every && fresh.some(({ revision }, i) => revision !== past.upTo + i + 1)) return 'hole';
    const add = addTrade(interval);
    return {
      epoch: past.epoch,
      upTo: last.revision,
      bars: fresh.reduce((bars, trade) => add(bars, trade, trade.at), past.bars),
    };
  };
