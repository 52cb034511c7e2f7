import type { Random } from './random';
import { sfc32 } from './sfc32';

/**
 * The random stream for one purpose, e.g. `streamOf(seed, 'TKW', 'trades')`. Its numbers depend on the
 * seed and the names only: another symbol, or another purpose, changes nothing in it.
 */
export function streamOf(seed: number, ...names: readonly string[]): Random {
  const text = [seed, ...names].join('\u0000');
  return sfc32([
    hash(text, 0x811c9dc5),
    hash(text, 0x9e3779b9),
    hash(text, 0x85ebca6b),
    hash(text, 0xc2b2ae35),
  ]);
}

/** FNV-1a from `basis`, then the finaliser of MurmurHash3, without which near texts give near hashes. */
function hash(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
