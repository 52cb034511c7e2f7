import { constants, deflateRawSync } from 'node:zlib';

/** Bytes as a server of PROTOCOL.md deflates a frame: all but the last bytes up to a flush, those as they are. */
export function deflatedPart(bytes: Uint8Array): Buffer {
  const cut = Math.max(0, bytes.length - 5);
  const rest = bytes.subarray(cut);
  const head = [0, rest.length, 0, 0xff - rest.length, 0xff];
  const long = deflateRawSync(bytes.subarray(0, cut), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([long, Buffer.from(head), rest]);
}
