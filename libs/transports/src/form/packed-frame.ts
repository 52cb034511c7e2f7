import { encode } from '@msgpack/msgpack';
import { frameDocument } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import { sharedBytes } from '../shared-bytes';

/** `"writtenAt"` and the mark of a 64-bit unsigned integer, in MessagePack. */
const WRITTEN_AT = Buffer.from('\xa9writtenAt\xcf', 'latin1');
const TAIL_BYTES = WRITTEN_AT.length + 8;
const TWO_TO_32 = 2 ** 32;

/**
 * A frame in MessagePack as written at a time, epoch ms. As with the JSON, the long part is encoded once
 * and the time is its end.
 */
export const packedFrame = sharedBytes((encoded, writtenAt): Buffer => {
  const head = headOf(encoded);
  const bytes = Buffer.allocUnsafe(head.length + TAIL_BYTES);
  bytes.set(head);
  WRITTEN_AT.copy(bytes, head.length);
  bytes.writeUInt32BE(Math.floor(writtenAt / TWO_TO_32), bytes.length - 8);
  bytes.writeUInt32BE(writtenAt % TWO_TO_32, bytes.length - 4);
  return bytes;
});

const heads = new WeakMap<EncodedFrame, Uint8Array>();

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
