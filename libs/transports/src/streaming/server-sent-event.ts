import { formatCursor, type Cursor } from '@tickway/protocol';
import { frameText } from '../form/frame-text';
import { jsonParts } from '../form/frame-parts';
import { deflatedPieces, type HttpFrames } from '../form/http-frames';
import { sharedBytes } from '../shared-bytes';

/**
 * Frames as Server-Sent Events. Nothing from outside can break out of its line: the JSON escapes CR and LF,
 * and an id is topics and cursors, whose grammars have neither.
 */
export const serverSentEvents: HttpFrames = {
  type: 'text/event-stream',
  plain: sharedBytes((encoded, writtenAt, id) => {
    const data = `data: ${frameText(encoded, writtenAt)}\n\n`;
    return Buffer.from(id === '' ? data : `id: ${id}\n${data}`);
  }),
  // The order of an event's fields is free: what not all have the same comes last.
  deflated: deflatedPieces(jsonParts('data: ', (id) => (id === '' ? '\n\n' : `\nid: ${id}\n\n`))),
};

/** The event id that resumes here: `quotes@k3f:12,positions@k3f:9`. */
export function eventId(cursors: Readonly<Record<string, Cursor>>): string {
  let id = '';
  for (const topic in cursors) {
    const cursor = cursors[topic];
    if (cursor) id += `${id === '' ? '' : ','}${topic}@${formatCursor(cursor)}`;
  }
  return id;
}
