/** The same bytes in pieces: whole, byte by byte, and cut in two at each place. */
export function* cuts(text: string): Generator<readonly Buffer[]> {
  const bytes = Buffer.from(text, 'latin1');
  yield [bytes];
  yield [...bytes].map((byte) => Buffer.from([byte]));
  for (let at = 1; at < bytes.length; at++) yield [bytes.subarray(0, at), bytes.subarray(at)];
}
