import type { Cursor, FieldValue, Frame, Key } from '@tickway/protocol';

/** The plainest receiver of PROTOCOL.md: applies frames of one topic to a table. */
export class Receiver {
  private readonly held = new Map<Key, Record<string, FieldValue>>();
  cursor: Cursor | undefined;

  get state(): Record<string, Record<string, FieldValue>> {
    return Object.fromEntries(this.held);
  }

  apply(frame: Frame): void {
    if (frame.type !== 'snapshot' && frame.type !== 'delta') return;
    if (frame.type === 'snapshot') this.held.clear();
    else frame.removals.forEach((key) => this.held.delete(key));
    for (const { key, fields } of frame.rows) this.held.set(key, { ...this.held.get(key), ...fields });
    this.cursor = frame.cursor;
  }
}
