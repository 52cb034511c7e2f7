import { type Bar, type Interval, intervals, startOf } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import type { BarsWish } from '../history-store';
import { BarRing } from './bar-ring';
import { keptFor, keptIntervals, type KeptInterval } from './kept-interval';
import type { KeyedTrade } from './keyed-trade';
import { widenBars } from './widen-bars';

/** Bars kept of each symbol: an hour of seconds, a week of minutes. */
const mostBars: Readonly<Record<KeptInterval, number>> = { '1s': 3_600, '1m': 10_080 };

/** The newest bars of all symbols, in memory. */
export class BarRings {
  private readonly rings = new Map<string, BarRing>();

  /** Bytes held. */
  get bytes(): number {
    let bytes = 0;
    for (const ring of this.rings.values()) bytes += ring.bytes;
    return bytes;
  }

  add(trade: KeyedTrade): void {
    for (const kept of keptIntervals) this.ring(trade.key, kept).add(trade, startOf(trade.at, kept));
  }

  /** The newest `most` bars that begin in [from, to], oldest first. */
  barsOf({ key, interval, from, to, most }: BarsWish): readonly Bar[] {
    const ring = this.rings.get(ringName(key, keptFor(interval)));
    if (!ring) return [];
    const [first, last] = keptRange(interval, from, to);
    return widenBars(ring.newestFirst(first, last), interval, most);
  }

  private ring(key: Key, kept: KeptInterval): BarRing {
    const name = ringName(key, kept);
    const ring = this.rings.get(name) ?? new BarRing(mostBars[kept]);
    this.rings.set(name, ring);
    return ring;
  }
}

/** The kept bars, [first, last], of which the bars of `interval` that begin in [from, to] are made. */
export function keptRange(interval: Interval, from: number, to: number): readonly [number, number] {
  const length = intervals[interval];
  return [Math.ceil(from / length) * length, startOf(to, interval) + length - 1];
}

const ringName = (key: Key, kept: KeptInterval) => `${kept} ${key}`;
