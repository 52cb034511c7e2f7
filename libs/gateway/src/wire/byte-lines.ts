const NEWLINE = 0x0a;

/** Cuts bytes into lines, however they were cut on the way; the newline itself is left out. */
export class ByteLines {
  #rest: Buffer[] = [];

  constructor(private readonly onLine: (line: Buffer) => void) {}

  add(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = this.#whole(chunk.subarray(start, end));
      start = end + 1;
      this.onLine(line);
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
  }

  /** What came after the last newline. */
  get rest(): Buffer {
    return Buffer.concat(this.#rest);
  }

  #whole(end: Buffer): Buffer {
    if (this.#rest.length === 0) return end;
    const line = Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    return line;
  }
}
