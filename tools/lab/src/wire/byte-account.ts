/** What a byte on the wire is for. */
export const byteParts = ['payload', 'framing', 'headers', 'handshake'] as const;

export type BytePart = (typeof byteParts)[number];

/** Bytes of both directions by what they are for; TCP, IP and below are not in it. */
export type ByteSplit = Readonly<Record<BytePart, number>>;

/**
 * Books every byte a viewer sends or reads under what it is for. `payload`: the JSON of frames.
 * `framing`: what parts frames from each other (WebSocket heads, `data:`, line ends, packet types,
 * pings). `headers`: requests and answers that repeat. `handshake`: what is said once a connection.
 */
export class ByteAccount {
  readonly #bytes: Record<BytePart, number> = { payload: 0, framing: 0, headers: 0, handshake: 0 };

  add(part: BytePart, bytes: number): void {
    this.#bytes[part] += bytes;
  }

  get total(): number {
    return totalOf(this.#bytes);
  }

  /** The account of this moment. */
  split(): ByteSplit {
    return { ...this.#bytes };
  }
}

export const noBytes: ByteSplit = { payload: 0, framing: 0, headers: 0, handshake: 0 };

/** Part by part `a + sign * b`. */
export function combine(a: ByteSplit, b: ByteSplit, sign: 1 | -1 = 1): ByteSplit {
  return {
    payload: a.payload + sign * b.payload,
    framing: a.framing + sign * b.framing,
    headers: a.headers + sign * b.headers,
    handshake: a.handshake + sign * b.handshake,
  };
}

/** All parts together. */
export const totalOf = ({ payload, framing, headers, handshake }: ByteSplit): number =>
  payload + framing + headers + handshake;

/** Part by part `split / by`. */
export const shareOf = ({ payload, framing, headers, handshake }: ByteSplit, by: number): ByteSplit => ({
  payload: payload / by,
  framing: framing / by,
  headers: headers / by,
  handshake: handshake / by,
});
