/** Kinds of HTTP/2 frames that are told apart (RFC 9113 section 6). */
export const frameTypes = { data: 0, headers: 1, settings: 4, continuation: 9 } as const;

/** What a client says before its first frame (RFC 9113 section 3.4). */
export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** Bytes of every frame's head: length, type, flags, stream. */
export const FRAME_HEAD_BYTES = 9;

/** What one side of an HTTP/2 connection says. */
export interface Http2Events {
  preface(bytes: number): void;
  /** A frame whose head is through: `length` is of what follows the head, bytes. */
  frame(type: number, length: number): void;
}

/** Reads off one side's bytes which frames they are, however they are cut; what is in them is left to Node. */
export class Http2Frames {
  #head: Buffer = Buffer.alloc(0);
  /** Bytes of the present frame, or of the preface, still to come. */
  #left: number;

  constructor(
    private readonly events: Http2Events,
    side: 'client' | 'server',
  ) {
    this.#left = side === 'client' ? PREFACE.length : 0;
    if (this.#left > 0) events.preface(this.#left);
  }

  add(chunk: Buffer): void {
    for (let rest = chunk; rest.length > 0;) rest = this.#left > 0 ? this.#skip(rest) : this.#gather(rest);
  }

  #skip(chunk: Buffer): Buffer {
    const skipped = Math.min(this.#left, chunk.length);
    this.#left -= skipped;
    return chunk.subarray(skipped);
  }

  #gather(chunk: Buffer): Buffer {
    const wanted = FRAME_HEAD_BYTES - this.#head.length;
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, wanted)]);
    if (this.#head.length < FRAME_HEAD_BYTES) return chunk.subarray(chunk.length);
    const [length, type] = [this.#head.readUIntBE(0, 3), this.#head.readUInt8(3)];
    this.#head = Buffer.alloc(0);
    this.#left = length;
    this.events.frame(type, length);
    return chunk.subarray(wanted);
  }
}
