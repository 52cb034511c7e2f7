import type {
  Cursor,
  DeltaFrame,
  HeartbeatFrame,
  Key,
  Received,
  Row,
  SnapshotFrame,
  Topic,
} from '@tickway/protocol';
import { defer, map, type OperatorFunction } from 'rxjs';

/** What the audit found in one frame. */
export interface Finding {
  /** Offsets (or rows of an `every` topic) that never came and were not told of. */
  readonly missing: number;
  /** Offsets (or rows of an `every` topic) that had come before. */
  readonly double: number;
  /** Losses that the server told of. */
  readonly gaps: number;
}

/** What the audit cannot see in frames. */
export interface AuditOptions {
  /** Topics of delivery `every`: their rows are checked one by one, by revision. */
  readonly every: ReadonlySet<Topic>;
  /** Whether the offsets of the topic's present frame must follow those before without a skip. */
  readonly contiguous: (topic: string) => boolean;
}

/**
 * Checks delivered frames for losses and repeats that nobody told of. It knows nothing of how they were
 * joined and keeps its own books, so that a fault there shows here. Emits a finding for each frame.
 */
export const audit =
  ({ every, contiguous }: AuditOptions): OperatorFunction<Received, Finding> =>
  (frames) =>
    defer(() => {
      const cursors = new Map<string, Cursor>();
      const revisions = new Map<Topic, Map<Key, number>>();
      const begin = ({ topic, cursor, rows }: SnapshotFrame): Finding => {
        const finding = contiguous(topic) ? between(cursors.get(topic), cursor) : clean;
        cursors.set(topic, cursor);
        if (every.has(topic)) revisions.set(topic, new Map(rows.map((row) => [row.key, row.revision])));
        return finding;
      };
      const goOn = ({ topic, from, cursor, rows }: DeltaFrame): Finding => {
        const offsets = between(cursors.get(topic), from);
        cursors.set(topic, cursor);
        const skips = { ...offsets, missing: contiguous(topic) ? offsets.missing : 0 };
        return every.has(topic) ? worse(skips, checkRows(rows, booksOf(revisions, topic))) : skips;
      };
      const pass = (frame: HeartbeatFrame): Finding => {
        let missing = 0;
        for (const [topic, cursor] of Object.entries(frame.cursors)) {
          if (contiguous(topic)) missing += between(cursors.get(topic), cursor).missing;
          if (cursors.has(topic)) cursors.set(topic, cursor);
        }
        return { ...clean, missing };
      };
      return frames.pipe(
        map((frame) => {
          switch (frame.type) {
            case 'snapshot':
              return begin(frame);
            case 'delta':
              return goOn(frame);
            case 'heartbeat':
              return pass(frame);
            case 'gap':
              cursors.delete(frame.topic);
              revisions.delete(frame.topic);
              return { ...clean, gaps: 1 };
            default:
              return clean;
          }
        }),
      );
    });

const clean: Finding = { missing: 0, double: 0, gaps: 0 };

/** What lies between where we are and where a frame begins; another life without a gap before it is a loss of unknown size: 1. */
function between(here: Cursor | undefined, from: Cursor): Finding {
  if (here === undefined) return clean;
  if (here.epoch !== from.epoch) return { ...clean, missing: 1 };
  const skipped = from.offset - here.offset;
  return { ...clean, missing: Math.max(0, skipped), double: Math.max(0, -skipped) };
}

/** Revisions of a key run without a skip where every update is owed. */
function checkRows(rows: readonly Row[], books: Map<Key, number>): Finding {
  let missing = 0;
  let double = 0;
  for (const { key, revision } of rows) {
    const before = books.get(key) ?? revision - 1;
    if (revision <= before) double++;
    missing += Math.max(0, revision - before - 1);
    books.set(key, Math.max(before, revision));
  }
  return { ...clean, missing, double };
}

function booksOf(revisions: Map<Topic, Map<Key, number>>, topic: Topic): Map<Key, number> {
  const books = revisions.get(topic) ?? new Map<Key, number>();
  revisions.set(topic, books);
  return books;
}

/** Offsets and rows show the same loss, so it is counted once. */
const worse = (a: Finding, b: Finding): Finding => ({
  missing: Math.max(a.missing, b.missing),
  double: Math.max(a.double, b.double),
  gaps: 0,
});
