import type { Key } from '@tickway/protocol';
import { barOf, joinBars, type Bar } from './bar';
import { startOf, type Interval } from './interval';
import type { Trade } from './trade';

/** The bars of trades, by symbol, each symbol's in the order in which they were begun. */
export function foldTrades(trades: readonly Trade[], interval: Interval): ReadonlyMap<Key, readonly Bar[]> {
  const bars = new Map<Key, Map<number, Bar>>();
  for (const trade of trades) {
    const own = bars.get(trade.key) ?? new Map<number, Bar>();
    bars.set(trade.key, own);
    const start = startOf(trade.at, interval);
    const bar = barOf(trade, start);
    const earlier = own.get(start);
    own.set(start, earlier ? joinBars(earlier, bar) : bar);
  }
  return new Map([...bars].map(([key, own]) => [key, [...own.values()]]));
}
