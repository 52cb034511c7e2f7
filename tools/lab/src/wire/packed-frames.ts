/** Whole bytes of a value whose size its first byte says. */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  ...[0xc0, 0xc2, 0xc3].map((code) => [code, 1] as const),
  ...[5, 9, 2, 3, 5, 9, 2, 3, 5, 9, 3, 4, 6, 10, 18].map((size, i) => [0xca + i, size] as const),
]);

/** How many bytes hold a number behind the first byte, and what goes with it. */
type Long = readonly [numberBytes: number, more: number];

/** Texts and bytes whose length stands behind their first byte: bytes beside length and content. */
const sized: ReadonlyMap<number, Long> = new Map<number, Long>([
  [0xc4, [1, 1]],
  [0xc5, [2, 1]],
  [0xc6, [4, 1]],
  [0xc7, [1, 2]],
  [0xc8, [2, 2]],
  [0xc9, [4, 2]],
  [0xd9, [1, 1]],
  [0xda, [2, 1]],
  [0xdb, [4, 1]],
]);

/** Lists and maps whose count stands behind their first byte: values an entry. */
const counted: ReadonlyMap<number, Long> = new Map<number, Long>([
  [0xdc, [2, 1]],
  [0xdd, [4, 1]],
  [0xde, [2, 2]],
  [0xdf, [4, 2]],
]);

/** A value's head: how many bytes belong to it alone, and how many values follow that belong to it. */
type Head = readonly [bytes: number, values: number];

/** The head of the value that begins at `at`; beyond the end of the bytes when it is not all there. */
function headAt(bytes: Buffer, at: number): Head {
  const code = bytes.readUInt8(at);
  if (code < 0x80 || code >= 0xe0) return [1, 0];
  if (code < 0xc0) return smallHead(code);
  const size = fixedSizes.get(code);
  return size === undefined ? longHead(bytes, at, code) : [size, 0];
}

function smallHead(code: number): Head {
  if (code < 0x90) return [1, 2 * (code & 0x0f)];
  return code < 0xa0 ? [1, code & 0x0f] : [1 + (code & 0x1f), 0];
}

function longHead(bytes: Buffer, at: number, code: number): Head {
  const [numberBytes, more] = sized.get(code) ?? counted.get(code) ?? [0, 0];
  if (numberBytes === 0) throw new Error('not MessagePack');
  if (at + 1 + numberBytes > bytes.length) return [Infinity, 0];
  const number = bytes.readUIntBE(at + 1, numberBytes);
  return sized.has(code) ? [more + numberBytes + number, 0] : [1 + numberBytes, more * number];
}

/** Where the value that begins at `start` ends (MessagePack's specification, "formats"); undefined when it is not all there. */
function endOfValue(bytes: Buffer, start: number): number | undefined {
  let at = start;
  for (let values = 1; values > 0; values--) {
    if (at >= bytes.length) return undefined;
    const [own, more] = headAt(bytes, at);
    at += own;
    values += more;
  }
  return at <= bytes.length ? at : undefined;
}

/** Cuts bytes into MessagePack documents, however they were cut on the way. */
export class PackedFrames {
  #rest: Buffer = Buffer.alloc(0);

  constructor(private readonly onFrame: (frame: Buffer) => void) {}

  add(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = endOfValue(bytes, 0); end !== undefined; end = endOfValue(bytes, start)) {
      this.onFrame(bytes.subarray(start, end));
      start = end;
    }
    this.#rest = bytes.subarray(start);
  }
}
