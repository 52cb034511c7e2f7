import { decode } from '@msgpack/msgpack';
import { decodeFrame, parseFrame, type Codec, type Received } from '@tickway/protocol';
import { constants, inflateRawSync } from 'node:zlib';

/**
 * Reads a frame from its bytes on the wire.
 *
 * @throws Error when they are not a frame
 */
export type ReadFrame = (bytes: Buffer) => Received;

/** Frames as they are, by codec. */
export const readFrame: Readonly<Record<Codec, ReadFrame>> = {
  json: (bytes) => decodeFrame(bytes.toString()),
  msgpack: (bytes) => parseFrame(decode(bytes)),
};

/** A part of a zlib stream, read by `read` once it is inflated. */
export const inflatedPart =
  (read: ReadFrame): ReadFrame =>
  (bytes) =>
    read(inflateApart(bytes));

/** A WebSocket message that is deflated (RFC 7692), read by `read` once it is inflated. */
export const inflated =
  (read: ReadFrame): ReadFrame =>
  (bytes) =>
    read(inflateMessage(bytes));

const FLUSHED = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** Inflates a WebSocket message, from which the end of the flush was left off. */
export const inflateMessage = (bytes: Buffer): Buffer => inflateApart(Buffer.concat([bytes, FLUSHED]));

/** Inflates what refers to nothing before it, up to its last byte. */
const inflateApart = (bytes: Buffer): Buffer =>
  inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
