import {
  encodeFrame,
  FeedError,
  isRemoval,
  type Cursor,
  type Frame,
  type GapReason,
  type Key,
  type Update,
} from '@tickway/protocol';
import type { Commit } from './commit';
import { FrameCache } from './frame-cache';
import { History, type Run } from './history';
import { KeyedState } from './keyed-state';
import type { KeyRecord } from './key-record';
import type { EncodedFrame } from './session';
import type { Sight } from './sight';
import type { TopicDefinition } from './topic-definition';

const DEFAULT_HISTORY = 10_000;

/** Where a receiver is and what it wants. */
export interface Standpoint {
  /** What it has seen; undefined: nothing. */
  readonly cursor: Cursor | undefined;
  /** Through which offset it lacks nothing, even if its cursor is older. */
  readonly coveredThrough: number;
  readonly sight: Sight;
  /** The filter under which it came to its cursor. */
  readonly known: Sight;
}

/** One topic's order: applies commits, and says in frames what a receiver anywhere in it needs to be at its end. */
export class TopicStream {
  private state: KeyedState;
  private history: History;
  private committedAt = 0;
  /** Frames of the present end, by standpoint: encoded once however many receivers stand there. */
  private readonly encoded = new FrameCache();
  /** The end of the order: what a receiver has that lacks nothing. */
  cursor: Cursor;

  constructor(
    readonly definition: TopicDefinition,
    epoch: string,
  ) {
    this.cursor = { epoch, offset: 0 };
    [this.state, this.history] = this.begin();
  }

  /** Applies a commit and returns the records it touched. */
  apply(commit: Commit): ReadonlyMap<Key, KeyRecord> {
    if (commit.epoch !== this.cursor.epoch) [this.state, this.history] = this.begin();
    this.encoded.clear();
    this.committedAt = commit.committedAt;
    const touched = new Map(
      commit.updates.map((update, index) => [update.key, this.applyOne(update, commit, index)]),
    );
    this.cursor = { epoch: commit.epoch, offset: commit.from + commit.updates.length - 1 };
    return touched;
  }

  /** The frames that bring a receiver to the end; none when nothing it sees has changed. */
  framesFor(standpoint: Standpoint): readonly EncodedFrame[] {
    const reason = this.gapReason(standpoint);
    return this.encoded.get(standpointId(standpoint, reason), () =>
      this.frames(standpoint, reason).map((frame) => ({ frame, json: encodeFrame(frame) })),
    );
  }

  /** @throws FeedError `bad_request` for cells on a topic that has no places */
  assertSees(filter: object | undefined): void {
    if (filter && 'cells' in filter && !this.definition.cellOf)
      throw new FeedError('bad_request', 'this topic has no places, so it has no cells');
  }

  private frames({ cursor, sight, known }: Standpoint, reason?: GapReason): readonly Frame[] {
    if (cursor === undefined) return [this.snapshot(sight)];
    if (reason) return [this.gap(cursor, reason), this.snapshot(sight)];
    const { offset } = cursor;
    if (this.definition.delivery === 'latest')
      return this.deltas(cursor, [
        { ...this.state.changes(offset, sight, known), through: this.cursor.offset },
      ]);
    return this.deltas(
      cursor,
      this.history.since(offset, (record) => sight.sees(record)),
    );
  }

  /** A delta a run, each from where the one before ends, the last to the topic's end. */
  private deltas(from: Cursor, runs: readonly Run[]): readonly Frame[] {
    const { topic } = this.definition;
    const { committedAt } = this;
    let start = from;
    return runs
      .filter(({ rows, removals }) => rows.length > 0 || removals.length > 0)
      .map(({ rows, removals, through }, index, { length }) => {
        const before = start;
        start = index === length - 1 ? this.cursor : { ...this.cursor, offset: through };
        return { type: 'delta', topic, from: before, cursor: start, rows, removals, committedAt };
      });
  }

  private gapReason({ cursor, coveredThrough }: Standpoint): GapReason | undefined {
    if (cursor === undefined) return undefined;
    if (cursor.epoch !== this.cursor.epoch) return 'epoch';
    if (cursor.offset > this.cursor.offset) return 'ahead';
    return Math.max(cursor.offset, coveredThrough) <
      Math.max(this.state.forgottenThrough, this.history.forgottenThrough)
      ? 'expired'
      : undefined;
  }

  private gap(from: Cursor, reason: GapReason): Frame {
    const lost = reason === 'expired' ? this.cursor.offset - from.offset : null;
    return { type: 'gap', topic: this.definition.topic, from, cursor: this.cursor, reason, lost };
  }

  private snapshot(sight: Sight): Frame {
    const { topic } = this.definition;
    return {
      type: 'snapshot',
      topic,
      cursor: this.cursor,
      rows: this.state.all(sight),
      committedAt: this.committedAt,
    };
  }

  private applyOne(update: Update, { from, committedAt }: Commit, index: number): KeyRecord {
    const offset = from + index;
    const record = this.state.apply(update, { offset, committedAt });
    if (this.definition.delivery === 'every')
      this.history.add({
        offset,
        record,
        ...(!isRemoval(update) && { row: { ...update, revision: record.revision, committedAt } }),
      });
    return record;
  }

  private begin(): [KeyedState, History] {
    const { cellOf, history = DEFAULT_HISTORY } = this.definition;
    return [new KeyedState(cellOf, history), new History(history)];
  }
}

const standpointId = ({ cursor, sight, known }: Standpoint, reason = ''): string =>
  `${cursor ? `${cursor.epoch}:${cursor.offset}` : ''}|${reason}|${sight.id}|${known.id}`;
