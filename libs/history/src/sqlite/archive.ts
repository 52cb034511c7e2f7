import { DatabaseSync } from 'node:sqlite';
import type { Key, Topic } from '@tickway/protocol';
import { barTopicOf, executionsOf, type BarTopics } from '../bars/bar-topics';
import type { KeyedTrade } from '../bars/keyed-trade';
import { cutBefore } from '../cut';
import type { BarSeries, BarsWish, Page, Stretch } from '../history-store';
import { KeyedRows } from '../keyed-rows';
import { readPage } from '../read-page';
import { lostIn, type Recorded } from '../recorded';
import type { RetentionPlan } from '../retention';
import type { Shelf } from '../shelf';
import { frameWithout, recordWithout } from '../without-key';
import { BarTable } from './bar-table';
import { ChunkTable, type Chunk } from './chunk-table';
import { CutTable } from './cut-table';
import type { ForgetRequest } from './message';
import { prepare } from './schema';
import { Tidier } from './tidier';
import { applyChunk, TopicLog } from './topic-log';

/** What an archive is made of. */
export interface ArchiveOptions extends BarTopics {
  /** File; `:memory:` for none. */
  readonly path: string;
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
  private readonly cuts: CutTable;
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
      this.cuts = new CutTable(this.database);
      this.tidier = new Tidier(this.database, this.chunks, { bars: this.bars, retention: options.retention });
      this.newest = Math.max(-Infinity, ...this.extents().map(([, [, newest]]) => newest));
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /** Since when each topic can be told, the time of the newest record, epoch ms, the cuts, and the size in bytes. */
  get extent() {
    return {
      oldest: Object.fromEntries(this.extents().map(([topic, [oldest]]) => [topic, oldest])),
      newest: Number.isFinite(this.newest) ? this.newest : undefined,
      cuts: this.cuts.all(),
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
    const state = this.known(this.barTopic(wish.key));
    return {
      bars: this.bars.barsOf(wish),
      cursor: state?.cursor,
      revision: state?.revisionOf(wish.key) ?? 0,
    };
  }

  /**
   * Deletes what the chunks after `after` hold of a key, one segment of them; returns what the next step begins after,
   * undefined when nothing is left. What is deleted is written over, in the file and in its journal.
   *
   * @throws Error (of SQLite) when it could not be done
   */
  forgetKey({ topic, key, after }: Pick<ForgetRequest, 'topic' | 'key' | 'after'>): number | undefined {
    this.database.exec('PRAGMA secure_delete = ON');
    try {
      const next = this.transaction(() => this.forgetStep(topic, key, after));
      if (next === undefined)
        this.database.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)');
      return next;
    } catch (error) {
      this.logs = new Map();
      throw error;
    } finally {
      this.database.exec('PRAGMA secure_delete = OFF');
    }
  }

  /** Packs, thins and forgets a bounded part of what is due at `now`, epoch ms. */
  tidy(now: number): void {
    for (const step of this.tidier.steps(now)) this.transaction(step);
    const oldest = Math.min(...this.extents().map(([, [begins]]) => begins));
    if (Number.isFinite(oldest)) this.cuts.forgetBefore(oldest);
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
    const executions: KeyedTrade[] = [];
    for (const recorded of records) {
      const newest = Number.isFinite(this.newest) ? this.newest : undefined;
      const placed = this.notBefore(recorded);
      const log = this.log(recorded.topic);
      const added = log.add(placed);
      if (!added) continue;
      const cut = cutBefore({ ...added, recorded: placed, newest });
      if (cut) this.cuts.add(cut);
      counts.rows += recorded.rows;
      counts.merged += added.merged;
      counts.lost += lostIn(added.frame);
      executions.push(...executionsOf(added.frame, log.state, this.options));
    }
    for (const log of this.logs.values()) log.write();
    this.bars.addTrades(executions);
    return counts;
  }

  /** A clock set back must not put a record before one that is there. */
  private notBefore(recorded: Recorded): Recorded {
    this.newest = Math.max(this.newest, recorded.at);
    return recorded.at === this.newest ? recorded : { ...recorded, at: this.newest };
  }

  private forgetStep(topic: Topic, key: Key, after: number): number | undefined {
    // Only the first step finds a key of which it is known that its bars are made of this topic.
    if (after === 0 && topic === this.barTopic(key)) this.bars.forgetKey(key);
    this.log(topic).state.forget(key);
    // Whole segments: what retention packs into one chunk meanwhile is then either before or after this step.
    const segment = this.chunks.segmentAfter(topic, after);
    const following = segment && this.chunks.segmentAfter(topic, segment.id);
    const last = following ? following.id - 1 : Infinity;
    for (const chunk of this.chunks.range({ topic, first: after + 1, last })) this.forgetIn(chunk, key);
    return following && last;
  }

  private forgetIn({ id, state, records }: Chunk, key: Key): void {
    const before = [...records];
    const kept = before.map((recorded) => recordWithout(recorded, key));
    const frame = state?.();
    const told = frame?.rows.some((row) => row.key === key) ?? false;
    if (!told && kept.every((recorded, i) => recorded === before[i])) return;
    const begin = state && { frame: frame && frameWithout(frame, key) };
    this.chunks.rewrite(id, { records: kept, state: begin });
  }

  private barTopic(key: Key): Topic {
    return barTopicOf(key, this.known(this.options.quotes), this.options);
  }

  /** A topic's newest state, if anything was ever recorded of it. */
  private known(topic: Topic): KeyedRows | undefined {
    return this.chunks.extent(topic) && this.log(topic).state;
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
