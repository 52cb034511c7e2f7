import { formatCursor, type Cursor, type Fields, type Key, type Row } from '@tickway/protocol';
import type { Of } from './frame-kind';

/** What a receiver holds of one topic by applying its frames as PROTOCOL.md says, written apart from the SDK. */
export class HeldTopic {
  cursor: Cursor | undefined;
  readonly state = new Map<Key, Fields>();
  /** Every row that came, in order. */
  readonly rows: Row[] = [];
  /** Frames that do not follow from the one before: there should be none. */
  readonly faults: string[] = [];

  apply(frame: Of<'snapshot'> | Of<'delta'> | Of<'gap'>): void {
    if (frame.type === 'delta') this.applyDelta(frame);
    if (frame.type === 'snapshot') this.state.clear();
    if (frame.type !== 'gap') this.take(frame.rows);
    this.cursor = frame.cursor;
  }

  /** What a heartbeat says: nothing changed for this receiver up to `cursor`. */
  moveTo(cursor: Cursor): void {
    if (this.cursor && (cursor.epoch !== this.cursor.epoch || cursor.offset < this.cursor.offset))
      this.faults.push(`a heartbeat at ${formatCursor(cursor)} after ${formatCursor(this.cursor)}`);
    this.cursor = cursor;
  }

  private applyDelta({ from, cursor, removals }: Of<'delta'>): void {
    if (this.cursor && formatCursor(from) !== formatCursor(this.cursor))
      this.faults.push(
        `a delta from ${formatCursor(from)} to ${formatCursor(cursor)} after ${formatCursor(this.cursor)}`,
      );
    for (const key of removals) this.state.delete(key);
  }

  private take(rows: readonly Row[]): void {
    this.rows.push(...rows);
    for (const { key, fields } of rows) this.state.set(key, { ...this.state.get(key), ...fields });
  }
}
