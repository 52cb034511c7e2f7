import { encodeFrame, parseCursor, parseKey, parseTopic, stamp, type Row } from '@tickway/protocol';

const topic = parseTopic('lab');

/** Rows with running numbers `ids`, committed and seen at `at`. */
export const rows = (ids: readonly number[], at = 0): readonly Row[] =>
  ids.map((id) => ({ key: parseKey('K'), fields: { id }, revision: id, committedAt: at, at }));

/** The JSON of a snapshot of topic `lab` at `cursor`. */
export const snapshot = (cursor: string, ids: readonly number[] = []): string =>
  encodeFrame({ type: 'snapshot', topic, cursor: parseCursor(cursor), rows: rows(ids), committedAt: 0 }) +
  stamp(0);

/** The JSON of a delta of topic `lab`. */
export function delta([from, cursor]: readonly [string, string], ids: readonly number[], at = 0): string {
  const [begin, end] = [parseCursor(from), parseCursor(cursor)];
  const frame = { type: 'delta', topic, from: begin, cursor: end, removals: [], committedAt: at } as const;
  return encodeFrame({ ...frame, rows: rows(ids, at) }) + stamp(at);
}

/** The JSON of a gap of topic `lab`. */
export const gap = (from: string, cursor: string, lost: number): string =>
  encodeFrame({
    type: 'gap',
    topic,
    from: parseCursor(from),
    cursor: parseCursor(cursor),
    reason: 'expired',
    lost,
  }) + stamp(0);

/** The JSON of a heartbeat. */
export const heartbeat = (cursor: string): string =>
  encodeFrame({ type: 'heartbeat', cursors: { lab: parseCursor(cursor) } }) + stamp(0);

/** The JSON of a goodbye. */
export const bye = (retryAfterMs: number): string =>
  encodeFrame({ type: 'bye', code: 'shutdown', retryAfterMs }) + stamp(0);
