import { constants, deflateRawSync } from 'node:zlib';

/** Deflates bytes so that they refer to nothing before them and all of them can be read at once. */
export const deflateApart = (bytes: Uint8Array): Buffer =>
  deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

const HEAD_BYTES = 5;

/** Fewer than 2^16 bytes as they are, as a block of a deflate stream (RFC 1951 section 3.2.4). */
export function storedBlock(bytes: Uint8Array): Buffer {
  const block = Buffer.alloc(HEAD_BYTES + bytes.length);
  block.writeUInt16LE(bytes.length, 1);
  block.writeUInt16LE(0xffff - bytes.length, 3);
  block.set(bytes, HEAD_BYTES);
  return block;
}
