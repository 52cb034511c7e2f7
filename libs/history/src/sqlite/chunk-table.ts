import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { encodeFrame, parseTopic, type SnapshotFrame, type Topic } from '@tickway/protocol';
import { frameOf, type Recorded } from '../recorded';
import { bytesIn, numberIn, textIn, type Columns } from './columns';
import { packRecords, packText, unpackRecords, unpackText } from './pack';

/** A topic's records of a while. */
export interface Chunk {
  readonly id: number;
  readonly topic: Topic;
  /** Times of its first and its last record, epoch ms. */
  readonly begins: number;
  readonly ends: number;
  readonly rows: number;
  /** Present: the chunk begins a segment. Reads the state before its first record, if there was one. */
  readonly state: (() => SnapshotFrame | undefined) | undefined;
  readonly records: Iterable<Recorded>;
}

/** Where a segment begins. */
export interface SegmentStart {
  readonly id: number;
  /** Epoch ms. */
  readonly begins: number;
}

/** Which chunks of a topic, in order: by id, both ends inclusive. */
export interface ChunkRange {
  readonly topic: Topic;
  readonly first: number;
  readonly last: number;
}

/** A chunk to be written. */
export interface NewChunk {
  readonly records: readonly Recorded[];
  /** Present: it begins a segment; `frame` is the state before its first record, if there was one. */
  readonly state: { readonly frame: SnapshotFrame | undefined } | undefined;
}

/** What is put in the place of chunks. */
export interface Rewritten {
  readonly records: readonly Recorded[];
  /** Whether it goes on beginning a segment, or joins the one before. */
  readonly begins: 'segment' | 'nothing';
  /** 1 one chunk a segment, 2 thinned. */
  readonly stage: 1 | 2;
}

/**
 * The records on disk: what can be asked of them and done to them, each one statement. Chunks are got one
 * by one, not iterated: several readers stand in one statement's answers at a time.
 */
export class ChunkTable {
  private readonly prepare: (sql: string) => StatementSync;

  constructor(database: DatabaseSync) {
    const prepared = new Map<string, StatementSync>();
    this.prepare = (sql) => {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    };
  }

  /** The topics there are; each a look into the index, however many chunks there are. */
  topics(): readonly Topic[] {
    const topics: Topic[] = [];
    for (let last = ''; ;) {
      const next = textIn(
        this.prepare('SELECT min(topic) AS topic FROM chunk WHERE topic > ?').get(last),
        'topic',
      );
      if (next === undefined) return topics;
      topics.push(parseTopic((last = next)));
    }
  }

  add(topic: Topic, { records, state }: NewChunk): void {
    const [begins, ends, rows] = measures(records);
    this.prepare(
      'INSERT INTO chunk (topic, begins, ends, rows, stage, state, records) VALUES (?, ?, ?, ?, 0, ?, ?)',
    ).run(topic, begins, ends, rows, packState(state), packRecords(records, 1));
  }

  /** Puts one chunk in the place of all chunks of a range. */
  replace({ topic, first, last }: ChunkRange, { records, begins: what, stage }: Rewritten): void {
    const [begins, ends, rows] = measures(records);
    this.prepare('DELETE FROM chunk WHERE topic = ? AND id > ? AND id <= ?').run(topic, first, last);
    this.prepare(
      `UPDATE chunk SET begins = ?, ends = ?, rows = ?, stage = ?, records = ?,
         state = CASE ? WHEN 'segment' THEN state END WHERE id = ?`,
    ).run(begins, ends, rows, stage, packRecords(records, 6), what, first);
  }

  /** Writes a chunk anew, which stays where it is. */
  rewrite(id: number, { records, state }: NewChunk): void {
    const [, , rows] = measures(records);
    this.prepare('UPDATE chunk SET rows = ?, state = ?, records = ? WHERE id = ?').run(
      ...[rows, packState(state), packRecords(records, 6), id],
    );
  }

  /** The chunks with records in (after, to], in order. */
  *between(topic: Topic, after: number, to: number): Generator<Chunk> {
    const next = this.prepare(
      'SELECT * FROM chunk WHERE topic = ? AND (ends, id) > (?, ?) AND begins <= ? ORDER BY ends, id LIMIT 1',
    );
    let place = { ends: after, id: Infinity };
    for (;;) {
      const row = next.get(topic, place.ends, place.id, to);
      if (!row) return;
      const chunk = chunkIn(row);
      yield chunk;
      place = chunk;
    }
  }

  /** The chunks of a range, in order. */
  *range({ topic, first, last }: ChunkRange): Generator<Chunk> {
    const next = this.prepare(
      'SELECT * FROM chunk WHERE topic = ? AND id BETWEEN ? AND ? ORDER BY id LIMIT 1',
    );
    for (let id = first; ;) {
      const row = next.get(topic, id, last);
      if (!row) return;
      const chunk = chunkIn(row);
      yield chunk;
      id = chunk.id + 1;
    }
  }

  /** The last segment that begins at or before `at`. */
  segmentAt(topic: Topic, at: number): SegmentStart | undefined {
    return startIn(
      this.prepare(
        'SELECT id, begins FROM chunk WHERE topic = ? AND state IS NOT NULL AND begins <= ? ORDER BY begins DESC, id DESC LIMIT 1',
      ).get(topic, at),
    );
  }

  /** The newest of the topic's `most` oldest segments that begins at or before `at`. */
  oldSegmentAt(topic: Topic, at: number, most: number): SegmentStart | undefined {
    return startIn(
      this.prepare(
        `SELECT * FROM (
           SELECT id, begins FROM chunk WHERE topic = ? AND state IS NOT NULL AND begins <= ? ORDER BY begins, id LIMIT ?
         ) ORDER BY begins DESC, id DESC LIMIT 1`,
      ).get(topic, at, most),
    );
  }

  /** The segment that follows the one which the chunk `id` belongs to. */
  segmentAfter(topic: Topic, id: number): SegmentStart | undefined {
    return startIn(
      this.prepare(
        'SELECT id, begins FROM chunk WHERE topic = ? AND state IS NOT NULL AND id > ? ORDER BY begins, id LIMIT 1',
      ).get(topic, id),
    );
  }

  /** The segment which the chunk `id` belongs to. */
  segmentOf(topic: Topic, id: number): SegmentStart | undefined {
    return startIn(
      this.prepare(
        'SELECT id, begins FROM chunk WHERE topic = ? AND state IS NOT NULL AND id <= ? ORDER BY begins DESC, id DESC LIMIT 1',
      ).get(topic, id),
    );
  }

  /** The oldest chunk of a stage. */
  oldestOf(topic: Topic, stage: number): { readonly id: number; readonly ends: number } | undefined {
    const row = this.prepare(
      'SELECT id, ends FROM chunk WHERE topic = ? AND stage = ? ORDER BY id LIMIT 1',
    ).get(topic, stage);
    return row && { id: numberIn(row, 'id'), ends: numberIn(row, 'ends') };
  }

  /** Time of the topic's oldest and newest record, epoch ms. */
  extent(topic: Topic): readonly [number, number] | undefined {
    const oldest = this.prepare('SELECT begins FROM chunk WHERE topic = ? ORDER BY ends LIMIT 1').get(topic);
    const newest = this.prepare('SELECT ends FROM chunk WHERE topic = ? ORDER BY ends DESC LIMIT 1').get(
      topic,
    );
    return oldest && newest && [numberIn(oldest, 'begins'), numberIn(newest, 'ends')];
  }

  /** Rows of changes in the chunks of a range. */
  rowsIn({ topic, first, last }: ChunkRange): number {
    return numberIn(
      this.prepare(
        'SELECT coalesce(sum(rows), 0) AS rows FROM chunk WHERE topic = ? AND id BETWEEN ? AND ?',
      ).get(topic, first, last),
      'rows',
    );
  }

  /** Forgets the topic's chunks before `id`, which begins a segment: what is left stays whole. */
  forgetBefore(topic: Topic, id: number): void {
    this.prepare('DELETE FROM chunk WHERE topic = ? AND id < ?').run(topic, id);
  }
}

const packState = (state: NewChunk['state']) =>
  state === undefined ? null : packText(state.frame ? encodeFrame(state.frame) : '', 6);

function chunkIn(row: Columns): Chunk {
  const topic = parseTopic(textIn(row, 'topic'));
  return {
    topic,
    id: numberIn(row, 'id'),
    begins: numberIn(row, 'begins'),
    ends: numberIn(row, 'ends'),
    rows: numberIn(row, 'rows'),
    state: row.state === null ? undefined : () => stateIn(unpackText(bytesIn(row, 'state'))),
    records: unpackRecords(bytesIn(row, 'records'), topic),
  };
}

function stateIn(json: string): SnapshotFrame | undefined {
  if (json === '') return undefined;
  const frame = frameOf({ json });
  if (frame.type === 'snapshot') return frame;
  throw new TypeError('a state holds no snapshot');
}

const startIn = (row: Columns | undefined): SegmentStart | undefined =>
  row && { id: numberIn(row, 'id'), begins: numberIn(row, 'begins') };

function measures(records: readonly Recorded[]): readonly [begins: number, ends: number, rows: number] {
  const [first] = records;
  const last = records.at(-1);
  if (!first || !last) throw new RangeError('a chunk holds at least one record');
  return [first.at, last.at, records.reduce((sum, { rows }) => sum + rows, 0)];
}
