/** Who reads what comes in on a wire. */
export interface ByteReader {
  add(chunk: Buffer): void;
  /** Nothing more will come. */
  ended(): void;
}
