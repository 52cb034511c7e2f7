import { JSON_LINES, MESSAGE_PACK, type Codec } from '@tickway/protocol';
import { sharedBytes, type BytesOf } from '../shared-bytes';
import { jsonParts, type FrameParts } from './frame-parts';
import { frameText } from './frame-text';
import { packedFrame, packedParts } from './packed-frame';
import { deflated, joined, stored, type Deflated } from './zlib-stream';

/** Frames in an HTTP body, one after the other. */
export interface HttpFrames {
  /** Media type of the body. */
  readonly type: string;
  readonly plain: BytesOf<Buffer>;
  /** The same as pieces of a zlib stream. */
  readonly deflated: BytesOf<Deflated>;
}

/** Frames as pieces of a zlib stream: the long part deflated once, the rest as it is. */
export function deflatedPieces({ begin, end }: FrameParts): BytesOf<Deflated> {
  const long = sharedBytes((encoded) => deflated(begin(encoded)));
  return sharedBytes((encoded, writtenAt, id) => joined(long(encoded, 0), stored(end(writtenAt, id))));
}

/** Frames by codec: JSON one a line, MessagePack as it is. */
export const framesIn: Readonly<Record<Codec, HttpFrames>> = {
  json: {
    type: JSON_LINES,
    plain: sharedBytes((encoded, writtenAt) => Buffer.from(`${frameText(encoded, writtenAt)}\n`)),
    deflated: deflatedPieces(jsonParts('', () => '\n')),
  },
  msgpack: { type: MESSAGE_PACK, plain: packedFrame, deflated: deflatedPieces(packedParts) },
};
