import { formatCursor, type Cursor } from '@tickway/protocol';
import { sharedBytes } from '../shared-bytes';

/**
 * One Server-Sent Event. Nothing from outside can break out of its line: the JSON escapes CR and LF,
 * and an id is topics and cursors, whose grammars have neither.
 */
export const serverSentEvent = sharedBytes((json, id) =>
  Buffer.from(id === '' ? `data: ${json}\n\n` : `id: ${id}\ndata: ${json}\n\n`),
);

/** The event id that resumes here: `quotes@k3f:12,positions@k3f:9`. */
export function eventId(cursors: Readonly<Record<string, Cursor>>): string {
  let id = '';
  for (const topic in cursors) {
    const cursor = cursors[topic];
    if (cursor) id += `${id === '' ? '' : ','}${topic}@${formatCursor(cursor)}`;
  }
  return id;
}
