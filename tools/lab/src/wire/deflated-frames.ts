const HEAD_BYTES = 2;
/** An empty block and the checksum of the whole (RFC 1950 section 2.2). */
const END_BYTES = 6;
/** What a sync flush ends with. */
const FLUSHED = Buffer.from([0x00, 0x00, 0xff, 0xff]);
/** A stored block's head: its type, its length, and the length's complement (RFC 1951 section 3.2.4). */
const BLOCK_HEAD_BYTES = 5;

/** What the frames of a zlib stream say, in order. */
export interface DeflatedEvents {
  /** Takes a deflated frame. */
  frame(bytes: Buffer): void;
  /** Bytes of the stream's head and end. */
  framing(bytes: number): void;
}

/**
 * Cuts a zlib stream into its frames (PROTOCOL.md, "The form of the bytes"): each is its long part up to a sync flush
 * and the rest in a stored block, and refers to nothing before it. So what all viewers get the same is inflated once.
 */
export class DeflatedFrames {
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(private readonly events: DeflatedEvents) {}

  add(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const start = this.#begin(bytes);
    this.#rest = this.#begun ? this.#cut(bytes.subarray(start)) : bytes;
  }

  /** The stream is over; the next begins anew. */
  end(): void {
    if (this.#rest.length !== END_BYTES) throw new Error('a zlib stream without its end');
    this.events.framing(END_BYTES);
    this.#rest = Buffer.alloc(0);
    this.#begun = false;
  }

  #begin(bytes: Buffer): number {
    if (this.#begun || bytes.length < HEAD_BYTES) return 0;
    this.#begun = true;
    this.events.framing(HEAD_BYTES);
    return HEAD_BYTES;
  }

  #cut(bytes: Buffer): Buffer {
    let start = 0;
    for (let end = endOfFrame(bytes, 0); end !== undefined; end = endOfFrame(bytes, start)) {
      this.events.frame(bytes.subarray(start, end));
      start = end;
    }
    return bytes.subarray(start);
  }
}

/** Where the frame that begins at `start` ends; undefined when it is not all there. */
function endOfFrame(bytes: Buffer, start: number): number | undefined {
  for (let at = bytes.indexOf(FLUSHED, start); at >= 0; at = bytes.indexOf(FLUSHED, at + 1)) {
    const block = at + FLUSHED.length;
    if (bytes.length < block + BLOCK_HEAD_BYTES) return undefined;
    if (!isStored(bytes, block)) continue; // the flush's bytes stood in the frame by chance
    const end = block + BLOCK_HEAD_BYTES + bytes.readUInt16LE(block + 1);
    return end <= bytes.length ? end : undefined;
  }
  return undefined;
}

const isStored = (bytes: Buffer, at: number): boolean =>
  bytes[at] === 0 && bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 3) === 0xffff;
