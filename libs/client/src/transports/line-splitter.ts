/** Puts lines together from chunks of UTF-8 that may be cut anywhere, in the middle of a character too. */
export class LineSplitter {
  private readonly decoder = new TextDecoder();
  private rest = '';

  /** The lines that `chunk` completes. */
  push(chunk: Uint8Array): readonly string[] {
    return this.split(this.decoder.decode(chunk, { stream: true }));
  }

  /** What stands after the last line's end; empty when nothing was cut. */
  end(): string {
    return this.rest + this.decoder.decode();
  }

  private split(text: string): readonly string[] {
    const lines = text.split('\n');
    lines[0] = this.rest + (lines[0] ?? '');
    this.rest = lines.pop() ?? '';
    return lines.filter((line) => line !== '');
  }
}
