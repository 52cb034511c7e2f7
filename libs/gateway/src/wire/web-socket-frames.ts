/** RFC 6455 section 5.2. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One frame as it was on the wire. */
export interface WebSocketFrame {
  readonly opcode: number;
  /** Whether this is the last frame of its message. */
  readonly final: boolean;
  /** By permessage-deflate (RFC 7692). */
  readonly compressed: boolean;
  /** Unmasked. */
  readonly payload: Buffer;
  /** Bytes of the frame's head, 2 to 10 from a server; a client's mask makes four more. */
  readonly headBytes: number;
  /** The whole frame as it came. */
  readonly bytes: Buffer;
}

/** What breaks RFC 6455, and the close code that the peer is to be told. */
export class WebSocketFault extends Error {
  override readonly name = 'WebSocketFault';

  constructor(
    readonly close: 1002 | 1007 | 1009,
    message: string,
  ) {
    super(message);
  }
}

/** Who speaks: a client masks every frame, a server none (RFC 6455 section 5.1). */
export type FrameSide = 'server' | 'client';

/** Cuts one side's bytes into WebSocket frames; one longer than `mostBytes` is never gathered. */
export class WebSocketFrames {
  #rest: Buffer[] = [];
  #length = 0;
  /** Bytes without which there is no use in looking. */
  #needed = 2;

  constructor(
    private readonly onFrame: (frame: WebSocketFrame) => void,
    private readonly side: FrameSide = 'server',
    private readonly mostBytes = Infinity,
  ) {}

  /** @throws WebSocketFault for what the side must not say */
  add(chunk: Buffer): void {
    this.#rest.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    let bytes = this.#rest.length === 1 ? chunk : Buffer.concat(this.#rest);
    for (let whole = wholeFrame(bytes); bytes.length >= whole; whole = wholeFrame(bytes)) {
      this.onFrame(parseFrame(bytes.subarray(0, whole), this.side));
      bytes = bytes.subarray(whole);
    }
    this.#needed = wholeFrame(bytes);
    if (this.#needed > this.mostBytes + LONGEST_HEAD) throw new WebSocketFault(1009, 'a frame that long');
    this.#rest = bytes.length > 0 ? [bytes] : [];
    this.#length = bytes.length;
  }
}

/** Bytes of the first frame as far as they can be known yet; always more than there are when they cannot. */
function wholeFrame(bytes: Buffer): number {
  if (bytes.length < 2) return 2;
  const head = headBytes(bytes);
  return bytes.length < head ? head : head + payloadBytes(bytes);
}

const headBytes = (bytes: Buffer): number => {
  const second = bytes.readUInt8(1);
  const short = second & 0x7f;
  const length = short === 126 ? 4 : short === 127 ? 10 : 2;
  return isMasked(second) ? length + MASK_BYTES : length;
};

const payloadBytes = (bytes: Buffer): number => {
  const short = bytes.readUInt8(1) & 0x7f;
  if (short === 126) return bytes.readUInt16BE(2);
  return short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
};

function parseFrame(bytes: Buffer, side: FrameSide): WebSocketFrame {
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)];
  if (isMasked(second) !== (side === 'client'))
    throw new WebSocketFault(1002, side === 'client' ? 'a client must mask' : 'a server must not mask');
  const head = headBytes(bytes);
  const payload = bytes.subarray(head);
  return {
    opcode: first & 0x0f,
    final: (first & 0x80) !== 0,
    compressed: (first & 0x40) !== 0,
    payload: side === 'client' ? unmasked(payload, bytes.subarray(head - MASK_BYTES, head)) : payload,
    headBytes: head,
    bytes,
  };
}

const MASK_BYTES = 4;
const LONGEST_HEAD = 14;

const isMasked = (second: number): boolean => (second & 0x80) !== 0;

const unmasked = (payload: Buffer, mask: Buffer): Buffer =>
  Buffer.from(payload.map((byte, index) => byte ^ (mask[index % MASK_BYTES] ?? 0)));
