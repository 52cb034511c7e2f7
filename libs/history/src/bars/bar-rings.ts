import { startOf, type Bar } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import type { BarsWish } from '../history-store';
import { BarRing } from './bar-ring';
import { keptIntervals, type KeptInterval } from './kept-interval';
import { keptPieces } from './kept-pieces';
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
  barsOf(wish: BarsWish): readonly Bar[] {
    return widenBars(this.newestFirst(wish), wish.interval, wish.most);
  }

  /** Forgets a symbol's bars. */
  forget(key: Key): void {
    for (const kept of keptIntervals) this.rings.delete(ringName(key, kept));
  }

  private *newestFirst(wish: BarsWish): Generator<Bar> {
    for (const { kept, first, last } of keptPieces(wish))
      yield* this.rings.get(ringName(wish.key, kept))?.newestFirst(first, last) ?? [];
  }

  private ring(key: Key, kept: KeptInterval): BarRing {
    const name = ringName(key, kept);
    const ring = this.rings.get(name) ?? new BarRing(mostBars[kept]);
    this.rings.set(name, ring);
    return ring;
  }
}

const ringName = (key: Key, kept: KeptInterval) => `${kept} ${key}`;
