import type { ByteReader } from './byte-reader';

/** The head of one answer. */
export interface AnswerHead {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Status line and headers as they came, without the empty line. */
  readonly text: string;
  /** Of status line, headers and the empty line. */
  readonly bytes: number;
}

/** What the answers of a connection say, in order. */
export interface AnswerEvents {
  head(head: AnswerHead): void;
  body(chunk: Buffer): void;
  /** Bytes of chunk sizes, chunk ends and trailers. */
  framing(bytes: number): void;
  end(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const LONGEST_HEAD = 64 * 1024;

type State = (chunk: Buffer) => Buffer;

/**
 * Reads HTTP/1.1 answers (RFC 9112) from a connection and tells how many bytes went where, which Node's own client
 * does not. After a 101 everything is body.
 */
export class HttpAnswers implements ByteReader {
  #state: State = (chunk) => this.#head(chunk);
  #gathered: Buffer = Buffer.alloc(0);
  #left = 0;
  #untilClose = false;

  constructor(private readonly events: AnswerEvents) {}

  add(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#state(rest);
  }

  ended(): void {
    if (this.#untilClose) this.events.end();
    this.#untilClose = false;
  }

  #head(chunk: Buffer): Buffer {
    const gathered = Buffer.concat([this.#gathered, chunk]);
    const end = gathered.indexOf(HEAD_END);
    if (end < 0) return this.#gather(gathered);
    this.#gathered = Buffer.alloc(0);
    const bytes = end + HEAD_END.length;
    const head = parseHead(gathered.toString('latin1', 0, end), bytes);
    this.events.head(head);
    this.#begin(head);
    return gathered.subarray(bytes);
  }

  #gather(gathered: Buffer): Buffer {
    if (gathered.length > LONGEST_HEAD) throw new Error('an answer without an end of its head');
    this.#gathered = gathered;
    return Buffer.alloc(0);
  }

  #begin({ status, headers }: AnswerHead): void {
    const length = headers.get('content-length');
    if (status === 101) this.#state = (chunk) => this.#raw(chunk);
    else if (status === 100) this.#again();
    else if (status === 204 || status === 304) this.#finish();
    else if (headers.get('transfer-encoding')?.toLowerCase() === 'chunked') this.#line(this.#chunkSize);
    else if (length !== undefined) this.#fixed(Number(length));
    else this.#endless();
  }

  #endless(): void {
    this.#untilClose = true;
    this.#state = (chunk) => this.#raw(chunk);
  }

  #fixed(length: number): void {
    this.#left = length;
    if (length === 0) this.#finish();
    else this.#state = (chunk) => this.#counted(chunk, () => this.#finish());
  }

  #raw(chunk: Buffer): Buffer {
    this.events.body(chunk);
    return chunk.subarray(chunk.length);
  }

  #counted(chunk: Buffer, done: () => void): Buffer {
    const part = chunk.subarray(0, this.#left);
    this.#left -= part.length;
    this.events.body(part);
    if (this.#left === 0) done();
    return chunk.subarray(part.length);
  }

  /** Waits for one line of the chunked form and gives it to `then`. */
  #line(then: (line: string) => void): void {
    this.#state = (chunk) => {
      const gathered = Buffer.concat([this.#gathered, chunk]);
      const end = gathered.indexOf(LINE_END);
      if (end < 0) return this.#gather(gathered);
      this.#gathered = Buffer.alloc(0);
      this.events.framing(end + LINE_END.length);
      then(gathered.toString('latin1', 0, end));
      return gathered.subarray(end + LINE_END.length);
    };
  }

  readonly #chunkSize = (line: string): void => {
    this.#left = Number.parseInt(line, 16);
    if (Number.isNaN(this.#left)) throw new Error('a chunk without a size');
    if (this.#left === 0) this.#line(this.#trailer);
    else this.#state = (chunk) => this.#counted(chunk, () => this.#line(this.#chunkEnd));
  };

  readonly #chunkEnd = (): void => this.#line(this.#chunkSize);

  readonly #trailer = (line: string): void => {
    if (line === '') this.#finish();
    else this.#line(this.#trailer);
  };

  #finish(): void {
    this.#again();
    this.events.end();
  }

  #again(): void {
    this.#state = (chunk) => this.#head(chunk);
  }
}

function parseHead(text: string, bytes: number): AnswerHead {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const status = Number(/^HTTP\/1\.[01] ([0-9]{3})/.exec(statusLine)?.[1]);
  if (Number.isNaN(status)) throw new Error('not an HTTP/1.1 answer');
  return { status, bytes, text, headers: new Map(lines.map(parseHeader)) };
}

function parseHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
