import { DatabaseSync } from 'node:sqlite';
import type { Cursor, Topic } from '@tickway/protocol';
import { tradesOf, type KeyedTrade } from '../bars/keyed-trade';
import type { BarSeries, BarsWish, Page, Stretch } from '../history-store';
import { KeyedRows } from '../keyed-rows';
import { readPage } from '../read-page';
import type { Recorded } from '../recorded';
import type { RetentionPlan } from '../retention';
import type { Shelf } from '../shelf';
import { BarTable } from './bar-table';
import { ChunkTable } from './chunk-table';
import { prepare } from './schema';
import { Tidier } from './tidier';
import { applyChunk, TopicLog } from './topic-log';

/** What an archive is made of. */
export interface ArchiveOptions {
  /** File; `:memory:` for none. */
  readonly path: string;
  /** The topic whose rows are trades, of which bars are made. */
  readonly trades: Topic;
  readonly retention: RetentionPlan;
}

/** What one transaction kept. */
export interface Kept {
  readonly rows: number;
  readonly merged: number;
  readonly lost: number;
}

/** The history in one SQLite file: plain, synchronous, without clock or timers. It lives in a worker. */
export class Archive implements Shelf {
  private readonly database: DatabaseSync;
  private readonly chunks: ChunkTable;
  private readonly bars: BarTable;
  private readonly tidier: Tidier;
  private logs = new Map<Topic, TopicLog>();
  private newest: number;

  /** @throws Error (of SQLite) when the file cannot be opened or is no archive */
  constructor(private readonly options: ArchiveOptions) {
    this.database = new DatabaseSync(options.path);
    try {
      prepare(this.database, options.retention.mostBytes);
      this.chunks = new ChunkTable(this.database);
      this.bars = new BarTable(this.database);
      this.tidier = new Tidier(this.database, this.chunks, { bars: this.bars, retention: options.retention });
      this.newest = Math.max(-Infinity, ...this.extents().map(([, [, newest]]) => newest));
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /** Since when each topic can be told, the time of the newest record, epoch ms, and the size in bytes. */
  get extent() {
    return {
      oldest: Object.fromEntries(this.extents().map(([topic, [oldest]]) => [topic, oldest])),
      newest: Number.isFinite(this.newest) ? this.newest : undefined,
      bytes: this.tidier.bytes,
    };
  }

  /**
   * Keeps records in one transaction: all or none.
   *
   * @throws Error (of SQLite) when the disk is full, cannot be written or the file is damaged
   */
  append(records: readonly Recorded[]): Kept {
    const { newest } = this;
    try {
      return this.transaction(() => this.keep(records));
    } catch (error) {
      this.newest = newest;
      // They are ahead of the file now; they are read from it again when needed.
      this.logs = new Map();
      throw error;
    }
  }

  /** Tells one page of a stretch. */
  read(stretch: Stretch): Page {
    return readPage(this, stretch);
  }

  /** Bars with every kept trade. */
  barsOf(wish: BarsWish): BarSeries {
    return { bars: this.bars.barsOf(wish), cursor: this.cursor(this.options.trades) };
  }

  /** Packs, thins and forgets a bounded part of what is due at `now`, epoch ms. */
  tidy(now: number): void {
    for (const step of this.tidier.steps(now)) this.transaction(step);
    this.tidier.shrink();
  }

  stateAt(topic: Topic, at: number): KeyedRows | undefined {
    const segment = this.chunks.segmentAt(topic, at);
    if (!segment) return undefined;
    const state = new KeyedRows(topic);
    const last = this.chunks.segmentAfter(topic, segment.id)?.id ?? Infinity;
    for (const chunk of this.chunks.range({ topic, first: segment.id, last: last - 1 })) {
      if (chunk.begins > at) break;
      applyChunk(state, chunk, at);
    }
    return state;
  }

  *recordsIn(topic: Topic, after: number, to: number): Generator<Recorded> {
    for (const { records } of this.chunks.between(topic, after, to))
      for (const recorded of records) {
        if (recorded.at > to) return;
        if (recorded.at > after) yield recorded;
      }
  }

  close(): void {
    this.database.close();
  }

  private keep(records: readonly Recorded[]): Kept {
    const counts = { rows: 0, merged: 0, lost: 0 };
    const trades: KeyedTrade[] = [];
    for (const recorded of records) {
      const added = this.log(recorded.topic).add(this.notBefore(recorded));
      if (!added) continue;
      counts.rows += recorded.rows;
      counts.merged += added.merged;
      if (added.frame.type === 'gap') counts.lost += added.frame.lost ?? 0;
      if (recorded.topic === this.options.trades) trades.push(...tradesOf(added.frame));
    }
    for (const log of this.logs.values()) log.write();
    this.bars.addTrades(trades);
    return counts;
  }

  /** A clock set back must not put a record before one that is there. */
  private notBefore(recorded: Recorded): Recorded {
    this.newest = Math.max(this.newest, recorded.at);
    return recorded.at === this.newest ? recorded : { ...recorded, at: this.newest };
  }

  private cursor(topic: Topic): Cursor | undefined {
    return this.chunks.extent(topic) && this.log(topic).state.cursor;
  }

  private log(topic: Topic): TopicLog {
    const log = this.logs.get(topic) ?? new TopicLog(topic, this.chunks);
    this.logs.set(topic, log);
    return log;
  }

  private extents() {
    return this.chunks.topics().flatMap((topic) => {
      const extent = this.chunks.extent(topic);
      return extent ? [[topic, extent] as const] : [];
    });
  }

  private transaction<T>(act: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = act();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite may have rolled back by itself (a full disk).
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}
