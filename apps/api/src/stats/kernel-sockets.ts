import { readFile } from 'node:fs/promises';
import { endianness } from 'node:os';

/** AT_PAGESZ of getauxval(3). */
const PAGE_SIZE = 6;
const WORD_BYTES = 8;

/**
 * What the kernel holds for TCP, its sockets' buffers above all, bytes: of all programs of this machine, for it tells no
 * other. `undefined` where there is no Linux.
 */
export async function kernelSocketBytes(): Promise<number | undefined> {
  try {
    const [sockets, words] = await Promise.all([
      readFile('/proc/net/sockstat', 'utf8'),
      readFile('/proc/self/auxv'),
    ]);
    const pages = /^TCP:.* mem ([0-9]+)$/m.exec(sockets)?.[1];
    const pageBytes = auxiliary(words, PAGE_SIZE);
    return pages === undefined || pageBytes === undefined ? undefined : Number(pages) * pageBytes;
  } catch {
    // No such files: another system, or a sandbox that hides them.
    return undefined;
  }
}

/** A value of the auxiliary vector: pairs of words, a key and its value. */
function auxiliary(words: Buffer, key: number): number | undefined {
  for (let at = 0; at + 2 * WORD_BYTES <= words.length; at += 2 * WORD_BYTES)
    if (word(words, at) === key) return word(words, at + WORD_BYTES);
  return undefined;
}

const word = (words: Buffer, at: number) =>
  Number(endianness() === 'LE' ? words.readBigUInt64LE(at) : words.readBigUInt64BE(at));
