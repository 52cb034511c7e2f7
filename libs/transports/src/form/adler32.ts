/** The largest prime below 2^16 (RFC 1950 section 8.2). */
const BASE = 65_521;
/** So many bytes can be added up before a sum must be cut, or it would outgrow 32 bits. */
const RUN_BYTES = 5_552;

/** The Adler-32 checksum of bytes. */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += RUN_BYTES) {
    const end = Math.min(start + RUN_BYTES, bytes.length);
    for (let at = start; at < end; at++) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= BASE;
    high %= BASE;
  }
  return joined(high, low);
}

/** The checksum of one thing after another, from theirs; `length` is of the second, bytes. */
export function joinAdler32(first: number, second: number, length: number): number {
  const [lowFirst, lowSecond] = [first & 0xffff, second & 0xffff];
  const low = lowFirst + lowSecond - 1 + BASE;
  const high = (first >>> 16) + (second >>> 16) + (length % BASE) * (lowFirst - 1 + BASE);
  return joined(high % BASE, low % BASE);
}

const joined = (high: number, low: number) => ((high << 16) | low) >>> 0;
