import type { Cursor, Key, Received } from '@tickway/protocol';

/**
 * How many trades of `key` there were at `cursor`, by a stretch of history that begins before it and ends at or after it;
 * `undefined` when the stretch begins after it. History's frames end where its bars may end, so no frame is cut by `cursor`.
 */
export function revisionAt(frames: readonly Received[], key: Key, cursor: Cursor): number | undefined {
  let revision: number | undefined;
  for (const frame of frames) {
    if (frame.type !== 'snapshot' && frame.type !== 'delta') continue;
    if (frame.cursor.epoch !== cursor.epoch || frame.cursor.offset > cursor.offset) continue;
    const last = frame.rows.findLast((row) => row.key === key);
    if (last) revision = last.revision;
    else if (frame.type === 'snapshot') revision = 0;
  }
  return revision;
}
