import { JSON_LINES, MESSAGE_PACK, type Codec } from '@tickway/protocol';
import { sharedBytes, type BytesOf } from '../shared-bytes';
import { frameText } from './frame-text';
import { packedFrame } from './packed-frame';
import { deflated, type Deflated } from './zlib-stream';

/** Frames in an HTTP body, one after the other. */
export interface HttpFrames {
  /** Media type of the body. */
  readonly type: string;
  readonly plain: BytesOf<Buffer>;
  /** The same as pieces of a zlib stream. */
  readonly deflated: BytesOf<Deflated>;
}

/** What stands in a body for a frame, plain and deflated. */
export const httpFrames = (type: string, plain: BytesOf<Buffer>): HttpFrames => ({
  type,
  plain,
  deflated: sharedBytes((encoded, writtenAt, id) => deflated(plain(encoded, writtenAt, id))),
});

/** Frames by codec: JSON one a line, MessagePack as it is. */
export const framesIn: Readonly<Record<Codec, HttpFrames>> = {
  json: httpFrames(
    JSON_LINES,
    sharedBytes((encoded, writtenAt) => Buffer.from(`${frameText(encoded, writtenAt)}\n`)),
  ),
  msgpack: httpFrames(MESSAGE_PACK, packedFrame),
};
