import { Floor } from './floor';
import type { Listing } from './listing';
import { listings as everything } from './listings';
import type { MarketEvent } from './market-event';

export interface ExchangeOptions {
  readonly seed: number;
  /** The companies. @default all */
  readonly listings?: readonly Listing[];
  /** Seconds of its first session that have passed, unseen, when the exchange begins. @default 0 */
  readonly openedSeconds?: number;
}

/**
 * A simulated stock exchange with continuous trading, session after session. It knows market time only:
 * who calls decides how fast that goes. The same options give the same events, however they are asked for.
 *
 * A company whose price runs away is halted for five minutes. No auctions: sessions and halts end with a
 * new quote. No depth beyond the best prices: books follow what happens here.
 */
export interface Exchange {
  /**
   * What happened since the last call up to `until` (market time, ms since the begin), in order of time.
   * The first call begins with a record of everything.
   */
  advance(until: number): readonly MarketEvent[];
}

/** Opens an exchange. */
export function createExchange({
  seed,
  listings = everything,
  openedSeconds = 0,
}: ExchangeOptions): Exchange {
  const floor = new Floor(seed, listings);
  for (let second = 0; second < openedSeconds; second++) floor.step(second, 0, undefined);
  let seconds = 0;
  let ahead = floor.records(0);
  return {
    advance(until) {
      for (; seconds * 1000 < until; seconds++) {
        const tape: MarketEvent[] = [];
        floor.step(openedSeconds + seconds, seconds * 1000, tape);
        // Companies went one after the other.
        ahead.push(...tape.sort((a, b) => a.at - b.at));
      }
      const later = ahead.findIndex(({ at }) => at > until);
      const due = later < 0 ? ahead : ahead.slice(0, later);
      ahead = later < 0 ? [] : ahead.slice(later);
      return due;
    },
  };
}
