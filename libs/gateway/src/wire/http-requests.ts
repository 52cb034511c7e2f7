/** What the requests of a connection say, in order. */
export interface RequestEvents {
  /** Request line and headers without the empty line, and all their bytes. */
  head(text: string, bytes: number): void;
  body(chunk: Buffer): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LONGEST_HEAD = 64 * 1024;
const REQUEST_LINE = /^[A-Z]+ \S+ HTTP\/1\.[01]\r\n/;

/** Reads HTTP/1.1 requests (RFC 9112) as browsers send them: with a length or without a body. */
export class HttpRequests {
  #gathered: Buffer = Buffer.alloc(0);
  #left = 0;

  constructor(private readonly events: RequestEvents) {}

  /** @throws Error for what is no such request */
  add(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#left > 0 ? this.#body(rest) : this.#head(rest);
  }

  #body(chunk: Buffer): Buffer {
    const part = chunk.subarray(0, this.#left);
    this.#left -= part.length;
    this.events.body(part);
    return chunk.subarray(part.length);
  }

  #head(chunk: Buffer): Buffer {
    const before = this.#gathered.length;
    const gathered = before === 0 ? chunk : Buffer.concat([this.#gathered, chunk]);
    const end = gathered.indexOf(HEAD_END);
    if (end < 0) return this.#gather(gathered);
    this.#gathered = Buffer.alloc(0);
    const bytes = end + HEAD_END.length;
    const text = gathered.toString('latin1', 0, end + 2);
    if (!REQUEST_LINE.test(text)) throw new Error('not an HTTP/1.1 request');
    this.#left = Number(/^content-length: *([0-9]+)\r$/im.exec(text)?.[1] ?? 0);
    this.events.head(text.trimEnd(), bytes);
    return gathered.subarray(bytes);
  }

  #gather(gathered: Buffer): Buffer {
    if (gathered.length > LONGEST_HEAD) throw new Error('a request without an end of its head');
    this.#gathered = gathered;
    return Buffer.alloc(0);
  }
}
