import { defer, timer, type SchedulerLike } from 'rxjs';
import type { Feed } from '../feed';
import { Books } from './books';
import { createExchange } from './exchange';
import { listings } from './listings';
import { DEPTH, marketBatches, QUOTES, TRADES } from './market-batches';
import { marketTime } from './market-time';
import { SESSION_SECONDS } from './session';

/** What must stand wherever this feed is shown: none of it is real. */
export const MARKET_LABEL = 'SIMULATED exchange of invented companies';

/**
 * The exchange begins twenty minutes after the open: the day has a range, a volume, winners and losers,
 * trading is still lively, and to simulate that much takes about a tenth of a second.
 */
const OPENED_SECONDS = 1200;

/** A pause longer than this is left out of market time. */
const LONGEST_MS = 2000;

export interface MarketFeedOptions {
  readonly seed: number;
  /** Beats the ticks, and its clock is the feed's. */
  readonly scheduler: SchedulerLike;
  /** From one tick to the next, ms. @default 100 */
  readonly tickMs?: number;
  /** How long a session of six and a half hours lasts for those who watch, ms. @default 7_200_000 // 2 hours */
  readonly sessionMs?: number;
}

/**
 * A simulated stock exchange, day and night: topics `quotes`, `trades` and `depth`. It begins anew with every
 * subscription, with a record of everything. The same seed and the same times give the same batches.
 */
export function marketFeed({
  seed,
  scheduler,
  tickMs = 100,
  sessionMs = 7_200_000,
}: MarketFeedOptions): Feed {
  const speed = (SESSION_SECONDS * 1000) / sessionMs;
  return {
    name: 'market',
    topics: [QUOTES, TRADES, DEPTH],
    batches: defer(() =>
      timer(0, tickMs, scheduler).pipe(
        marketTime({ speed, longestMs: LONGEST_MS }, scheduler),
        marketBatches({
          exchange: createExchange({ seed, listings, openedSeconds: OPENED_SECONDS }),
          books: new Books(seed, listings),
          speed,
        }),
      ),
    ),
  };
}
