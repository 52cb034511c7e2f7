const HEAD_BYTES = 2;
/** An empty block and the checksum of the whole (RFC 1950 section 2.2). */
const END_BYTES = 6;
/** What a sync flush ends with. */
const FLUSHED = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** What the frames of a zlib stream say, in order. */
export interface DeflatedEvents {
  /** Takes a deflated frame; false when it is none: the flush's bytes stood in it by chance, and it goes on. */
  frame(bytes: Buffer): boolean;
  /** Bytes of the stream's head and end. */
  framing(bytes: number): void;
}

/**
 * Cuts a zlib stream into its frames, each of which ends on a sync flush and refers to nothing before it
 * (PROTOCOL.md, "The form of the bytes"): so what all viewers get the same is inflated once.
 */
export class DeflatedFrames {
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(private readonly events: DeflatedEvents) {}

  add(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const start = this.#begin(bytes);
    // What was looked through before cannot have the flush's end but in its last bytes.
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
    for (let at = bytes.indexOf(FLUSHED); at >= 0; at = bytes.indexOf(FLUSHED, at + 1)) {
      const end = at + FLUSHED.length;
      if (this.events.frame(bytes.subarray(start, end))) start = end;
    }
    return bytes.subarray(start);
  }
}
