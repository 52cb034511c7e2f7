import type { Received, WireForm } from '@tickway/protocol';
import { from, map, of, type Observable } from 'rxjs';
import { byteLength } from './byte-length';
import { lost } from './error-of';
import { readFrame } from './read-frame';

/**
 * Reads a socket's message: text, bytes, or the JSON that Socket.IO has parsed.
 *
 * @throws FeedError `lost` when it is not a frame
 */
export type ReadMessage = (data: unknown) => Received;

/**
 * The reader for a form. A server that refuses the form says so in JSON, so one for MessagePack reads both.
 */
export const messageReader = (form?: WireForm): Observable<ReadMessage> =>
  form?.codec === 'msgpack'
    ? from(import('./message-pack')).pipe(map(({ unpackFrame }) => reading(unpackFrame)))
    : of(reading(refuseBytes));

const reading =
  (unpack: (bytes: Uint8Array) => Received): ReadMessage =>
  (data) => {
    if (!isBytes(data)) return readFrame(data);
    return unpack(data instanceof Uint8Array ? data : new Uint8Array(data));
  };

const refuseBytes = (): never => {
  throw lost('what came is not text');
};

/** Bytes of a message's payload. */
export const sizeOf = (data: unknown): number =>
  isBytes(data) ? data.byteLength : typeof data === 'string' ? byteLength(data) : 0;

const isBytes = (data: unknown): data is ArrayBuffer | Uint8Array =>
  data instanceof ArrayBuffer || data instanceof Uint8Array;
