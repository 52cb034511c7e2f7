import { adler32, joinAdler32 } from './adler32';
import { deflateApart, storedBlock } from './deflate';

/** A piece of a zlib stream that fits anywhere in it, so that everyone can have the same bytes. */
export interface Deflated {
  readonly bytes: Buffer;
  /** How many bytes it is when inflated, and their checksum. */
  readonly length: number;
  readonly checksum: number;
}

/** Deflates bytes into a piece. */
export const deflated = (plain: Uint8Array): Deflated => ({
  bytes: deflateApart(plain),
  length: plain.length,
  checksum: adler32(plain),
});

/** Bytes as they are as a piece. */
export const stored = (plain: Uint8Array): Deflated => ({
  bytes: storedBlock(plain),
  length: plain.length,
  checksum: adler32(plain),
});

/** Two pieces as one. */
export const joined = (first: Deflated, second: Deflated): Deflated => ({
  bytes: Buffer.concat([first.bytes, second.bytes]),
  length: first.length + second.length,
  checksum: joinAdler32(first.checksum, second.checksum, second.length),
});

/** The largest window, the usual effort (RFC 1950 section 2.2). */
const HEAD = Buffer.from([0x78, 0x9c]);
const LAST_BLOCK = [0x03, 0x00] as const;

/**
 * One zlib stream (RFC 1950: what HTTP calls `deflate`) put together from shared pieces. Of its own it
 * has the head and the checksum of the whole, which zlib, unlike gzip, lets join from the pieces' in no time.
 */
export class ZlibStream {
  static readonly head = HEAD;
  #checksum = 1;

  /** Takes a piece into the stream; returns its bytes. */
  add({ bytes, length, checksum }: Deflated): Buffer {
    this.#checksum = joinAdler32(this.#checksum, checksum, length);
    return bytes;
  }

  /** The stream's end. */
  end(): Buffer {
    const end = Buffer.from([...LAST_BLOCK, 0, 0, 0, 0]);
    end.writeUInt32BE(this.#checksum, LAST_BLOCK.length);
    return end;
  }
}
