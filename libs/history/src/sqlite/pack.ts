import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { formatCursor, parseCursor, type Topic } from '@tickway/protocol';
import type { Recorded } from '../recorded';

/** Level 1 for what is rewritten within the minute anyway, the default for what stays. */
export type PackLevel = 1 | 6;

/** Deflated text. */
export const packText = (text: string, level: PackLevel): Uint8Array => deflateRawSync(text, { level });

/** What {@link packText} packed. */
export const unpackText = (bytes: Uint8Array): string => inflateRawSync(bytes).toString();

/** Records as deflated lines: `at rows cursor json`, so that a reader needs to parse only the frames it wants. */
export function packRecords(records: readonly Recorded[], level: PackLevel): Uint8Array {
  return packText(records.map(line).join('\n'), level);
}

/** What {@link packRecords} packed. */
export function* unpackRecords(bytes: Uint8Array, topic: Topic): Generator<Recorded> {
  for (const text of unpackText(bytes).split('\n')) yield recorded(text, topic);
}

const line = ({ at, rows, cursor, json }: Recorded) => `${at} ${rows} ${formatCursor(cursor)} ${json}`;

function recorded(text: string, topic: Topic): Recorded {
  const rowsAt = text.indexOf(' ');
  const cursorAt = text.indexOf(' ', rowsAt + 1);
  const jsonAt = text.indexOf(' ', cursorAt + 1);
  return {
    topic,
    at: Number(text.slice(0, rowsAt)),
    rows: Number(text.slice(rowsAt + 1, cursorAt)),
    cursor: parseCursor(text.slice(cursorAt + 1, jsonAt)),
    json: text.slice(jsonAt + 1),
  };
}
