import { formatCursor } from './cursor';
import type { Frame, Row } from './frame';

/**
 * A frame as the document that every codec writes, but for its last member `writtenAt`: what
 * `JSON.parse(encodeFrame(frame) + stamp(…))` gives, without the way over the text.
 */
export function frameDocument(frame: Frame): Readonly<Record<string, unknown>> {
  const { type } = frame;
  switch (frame.type) {
    case 'snapshot':
      return { type, topic: frame.topic, cursor: formatCursor(frame.cursor), ...rows(frame) };
    case 'delta': {
      const [from, cursor] = [formatCursor(frame.from), formatCursor(frame.cursor)];
      return { type, topic: frame.topic, from, cursor, removals: frame.removals, ...rows(frame) };
    }
    case 'heartbeat': {
      const cursors = Object.entries(frame.cursors).map(([topic, cursor]) => [topic, formatCursor(cursor)]);
      return { type, cursors: Object.fromEntries(cursors) as unknown };
    }
    case 'gap':
      return { ...frame, from: formatCursor(frame.from), cursor: formatCursor(frame.cursor) };
    case 'error':
    case 'bye':
      return { ...frame };
  }
}

const rows = ({ rows, committedAt }: { readonly rows: readonly Row[]; readonly committedAt: number }) => ({
  committedAt,
  rows: rows.map((row) => rowDocument(row, committedAt)),
});

/** `[key, fields, revision, ms since commit, ms since source]`; the 4th left out is 0, the 5th left out equals the 4th. */
function rowDocument({ key, fields, revision, ...times }: Row, committedAt: number): readonly unknown[] {
  const sinceCommit = committedAt - times.committedAt;
  const sinceSource = committedAt - times.at;
  if (sinceSource !== sinceCommit) return [key, fields, revision, sinceCommit, sinceSource];
  return sinceCommit === 0 ? [key, fields, revision] : [key, fields, revision, sinceCommit];
}
