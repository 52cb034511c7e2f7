import { formatCursor } from './cursor';
import type { Frame, Row } from './frame';

/**
 * Writes a frame as JSON but for its end: the receiver's bytes are `encodeFrame(frame) + stamp(writtenAt)`.
 * So the long part is encoded once for all receivers, whenever each of them is written to.
 */
export function encodeFrame(frame: Frame): string {
  return `{"type":"${frame.type}",${members(frame)}`;
}

/** The end of a frame's JSON: the time at which it is written, epoch ms, server clock. */
export const stamp = (writtenAt: number): string => `,"writtenAt":${writtenAt}}`;

function members(frame: Frame): string {
  switch (frame.type) {
    case 'snapshot':
      return `"topic":"${frame.topic}","cursor":"${formatCursor(frame.cursor)}",${rows(frame.rows, frame.committedAt)}`;
    case 'delta':
      return (
        `"topic":"${frame.topic}","from":"${formatCursor(frame.from)}","cursor":"${formatCursor(frame.cursor)}",` +
        `"removals":${JSON.stringify(frame.removals)},${rows(frame.rows, frame.committedAt)}`
      );
    case 'heartbeat':
      return `"cursors":${JSON.stringify(mapValues(frame.cursors, formatCursor))}`;
    case 'gap':
      return (
        `"topic":"${frame.topic}","from":"${formatCursor(frame.from)}","cursor":"${formatCursor(frame.cursor)}",` +
        `"reason":"${frame.reason}","lost":${frame.lost}`
      );
    case 'error':
      return `"code":"${frame.code}","message":${JSON.stringify(frame.message)}`;
    case 'bye':
      return `"code":"${frame.code}","retryAfterMs":${frame.retryAfterMs}`;
  }
}

const rows = (list: readonly Row[], committedAt: number) =>
  `"committedAt":${committedAt},"rows":[${list.map((row) => encodeRow(row, committedAt)).join()}]`;

/** `[key, fields, revision, ms since commit, ms since source]`; the 4th left out is 0, the 5th left out equals the 4th. */
function encodeRow(row: Row, committedAt: number): string {
  const sinceCommit = committedAt - row.committedAt;
  const sinceSource = committedAt - row.at;
  if (sinceSource !== sinceCommit) return `${head(row)},${sinceCommit},${sinceSource}]`;
  return sinceCommit === 0 ? `${head(row)}]` : `${head(row)},${sinceCommit}]`;
}

// A row object is one change of one key and never altered, and stands in the frames of many filters.
const heads = new WeakMap<Row, string>();

function head(row: Row): string {
  let text = heads.get(row);
  if (text === undefined) {
    text = `["${row.key}",${JSON.stringify(row.fields)},${row.revision}`;
    heads.set(row, text);
  }
  return text;
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
