import { barOf, foldTrade, startOf, type Bar, type Interval } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import type { KeyedTrade } from './keyed-trade';

/** The bars of trades, by symbol, each symbol's in the order in which they were begun. */
export function foldTrades(
  trades: readonly KeyedTrade[],
  interval: Interval,
): ReadonlyMap<Key, readonly Bar[]> {
  const bars = new Map<Key, Map<number, Bar>>();
  for (const trade of trades) {
    const own = bars.get(trade.key) ?? new Map<number, Bar>();
    bars.set(trade.key, own);
    const start = startOf(trade.at, interval);
    const bar = own.get(start);
    own.set(start, bar ? foldTrade(bar, trade) : barOf(interval)(trade, trade.at));
  }
  return new Map([...bars].map(([key, own]) => [key, [...own.values()]]));
}
