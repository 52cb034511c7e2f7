import { encode } from '@msgpack/msgpack';
import { frameDocument } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import { sharedBytes } from '../shared-bytes';
import type { FrameParts } from './frame-parts';

const heads = new WeakMap<EncodedFrame, Uint8Array>();

/** `"writtenAt"` and the mark of a 64-bit unsigned integer, in MessagePack. */
const WRITTEN_AT = Buffer.from('\xa9writtenAt\xcf', 'latin1');
const TIME_BYTES = 8;
const TWO_TO_32 = 2 ** 32;

/** A frame in MessagePack, but for its last member, and that. */
export const packedParts: FrameParts = {
  begin: headOf,
  end: (writtenAt) => {
    const bytes = Buffer.alloc(WRITTEN_AT.length + TIME_BYTES);
    WRITTEN_AT.copy(bytes);
    bytes.writeUInt32BE(Math.floor(writtenAt / TWO_TO_32), WRITTEN_AT.length);
    bytes.writeUInt32BE(writtenAt % TWO_TO_32, WRITTEN_AT.length + 4);
    return bytes;
  },
};

/**
 * A frame in MessagePack as written at a time, epoch ms. As with the JSON, the long part is encoded once
 * and the time is its end.
 */
export const packedFrame = sharedBytes((encoded, writtenAt): Buffer =>
  Buffer.concat([packedParts.begin(encoded), packedParts.end(writtenAt, '')]),
);

function headOf(encoded: EncodedFrame): Uint8Array {
  let head = heads.get(encoded);
  if (head === undefined) {
    head = withRoom(encode(frameDocument(encoded.frame)));
    heads.set(encoded, head);
  }
  return head;
}

/** Lets a document's map have one member more. It has fewer than 15, so its count stands in its first byte. */
function withRoom(document: Uint8Array): Uint8Array {
  document[0] = (document[0] ?? 0) + 1;
  return document;
}
