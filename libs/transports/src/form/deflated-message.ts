import { sharedBytes, type BytesOf } from '../shared-bytes';
import { deflateApart, storedBlock } from './deflate';
import type { FrameParts } from './frame-parts';

/** The first byte of the empty block whose other four the receiver adds. */
const LAST = Buffer.from([0x00]);

/** Frames as deflated WebSocket messages (RFC 7692 section 7.2.1). */
export function deflatedMessage({ begin, end }: FrameParts): BytesOf<Buffer> {
  const long = sharedBytes((encoded) => deflateApart(begin(encoded)));
  return (encoded, writtenAt, id = '') =>
    Buffer.concat([long(encoded, 0), storedBlock(end(writtenAt, id)), LAST]);
}
