import type { Random } from './random';

/** Four 32-bit words. */
export type Words = readonly [number, number, number, number];

/** Rounds after which no two of the generator's words still show the seed (its author's number is 12). */
const WARM_UP = 15;

/**
 * Chris Doty-Humphrey's "small fast chaotic" generator in 32-bit integer maths: the same numbers on every
 * machine and engine, a period of at least 2^32, and it passes PractRand and BigCrush.
 */
export function sfc32([w0, w1, w2, w3]: Words): Random {
  let a = w0 | 0;
  let b = w1 | 0;
  let c = w2 | 0;
  let counter = w3 | 0;
  const next = () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return (word >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}
