import type { Cursor, DeltaFrame, FieldValue, Key, Row, SnapshotFrame, Topic } from '@tickway/protocol';
import type { TopicFrame } from './recorded';

/** A topic's state as a receiver without filters holds it: frames applied in order. */
export class KeyedRows {
  private rows = new Map<Key, Row>();
  private committedAt = 0;
  cursor: Cursor | undefined;

  constructor(private readonly topic: Topic) {}

  /** How many keys there are. */
  get size(): number {
    return this.rows.size;
  }

  /** How many updates a key has had in its epoch; 0 for one that is not here. */
  revisionOf(key: Key): number {
    return this.rows.get(key)?.revision ?? 0;
  }

  /** What a field of a key holds. */
  fieldOf(key: Key, name: string): FieldValue | undefined {
    return this.rows.get(key)?.fields[name];
  }

  /** Knows nothing of a key any more. */
  forget(key: Key): void {
    this.rows.delete(key);
  }

  /** Applies a frame; returns how many updates were merged into its rows beyond the first of each. */
  apply(frame: TopicFrame): number {
    if (frame.type === 'gap') return 0;
    this.cursor = frame.cursor;
    this.committedAt = frame.committedAt;
    if (frame.type === 'delta') return this.change(frame);
    this.rows = new Map(frame.rows.map((row) => [row.key, row]));
    return 0;
  }

  /** All of it as a frame; undefined before the first frame. */
  snapshot(): SnapshotFrame | undefined {
    const { topic, cursor, committedAt } = this;
    return cursor && { type: 'snapshot', topic, cursor, committedAt, rows: [...this.rows.values()] };
  }

  private change({ rows, removals }: DeltaFrame): number {
    let merged = 0;
    for (const key of removals) this.rows.delete(key);
    for (const row of rows) {
      const held = this.rows.get(row.key);
      if (held) merged += Math.max(0, row.revision - held.revision - 1);
      this.rows.set(row.key, held ? mergeRow(held, row) : row);
    }
    return merged;
  }
}

/** A row and a later one of the same key as one. */
export const mergeRow = (earlier: Row, later: Row): Row => ({
  ...later,
  fields: { ...earlier.fields, ...later.fields },
});
