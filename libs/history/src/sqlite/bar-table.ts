import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Bar, intervals } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import { foldTrades } from '../bars/fold-trades';
import { keptIntervals } from '../bars/kept-interval';
import { keptPieces } from '../bars/kept-pieces';
import type { KeyedTrade } from '../bars/keyed-trade';
import { widenBars } from '../bars/widen-bars';
import type { BarsWish } from '../history-store';
import { numberIn, textIn, type Columns } from './columns';

/** The bars on disk. Pieces of bars are added to what is there, so nothing is held between transactions. */
export class BarTable {
  private readonly add: StatementSync;
  private readonly newestFirst: StatementSync;
  private readonly nextKey: StatementSync;
  private readonly forget: StatementSync;
  /** The symbol whose old bars went last. */
  private tidied = '';

  constructor(database: DatabaseSync) {
    this.add = database.prepare(`
      INSERT INTO bar (length, key, start, open, high, low, close, volume, value, trades)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
        high = max(high, excluded.high), low = min(low, excluded.low), close = excluded.close,
        volume = volume + excluded.volume, value = value + excluded.value, trades = trades + excluded.trades
    `);
    this.newestFirst = database.prepare(
      'SELECT * FROM bar WHERE length = ? AND key = ? AND start BETWEEN ? AND ? ORDER BY start DESC',
    );
    this.nextKey = database.prepare('SELECT min(key) AS key FROM bar WHERE length = ? AND key > ?');
    this.forget = database.prepare('DELETE FROM bar WHERE length = ? AND key = ? AND start < ?');
  }

  addTrades(trades: readonly KeyedTrade[]): void {
    for (const kept of keptIntervals)
      for (const [key, bars] of foldTrades(trades, kept))
        for (const bar of bars) this.addPiece(intervals[kept], key, bar);
  }

  /** The newest `most` bars that begin in [from, to], oldest first. */
  barsOf(wish: BarsWish): readonly Bar[] {
    return widenBars(this.pieces(wish), wish.interval, wish.most);
  }

  /** Forgets a symbol's bars. */
  forgetKey(key: Key): void {
    for (const kept of keptIntervals) this.forget.run(intervals[kept], key, Infinity);
  }

  /** Forgets the bars of seconds that began before `cutoff`, epoch ms, of the next symbol in turn. */
  forgetBefore(cutoff: number): void {
    this.tidied = textIn(this.nextKey.get(intervals['1s'], this.tidied), 'key') ?? '';
    if (this.tidied !== '') this.forget.run(intervals['1s'], this.tidied, cutoff);
  }

  private *pieces(wish: BarsWish): Generator<Bar> {
    for (const { kept, first, last } of keptPieces(wish))
      yield* barsIn(this.newestFirst.iterate(intervals[kept], wish.key, first, last));
  }

  private addPiece(length: number, key: Key, bar: Bar): void {
    const { start, open, high, low, close, volume, value, trades } = bar;
    this.add.run(length, key, start, open, high, low, close, volume, value, trades);
  }
}

function* barsIn(rows: Iterable<Columns>): Generator<Bar> {
  for (const row of rows)
    yield {
      start: numberIn(row, 'start'),
      open: numberIn(row, 'open'),
      high: numberIn(row, 'high'),
      low: numberIn(row, 'low'),
      close: numberIn(row, 'close'),
      volume: numberIn(row, 'volume'),
      value: numberIn(row, 'value'),
      trades: numberIn(row, 'trades'),
    };
}
