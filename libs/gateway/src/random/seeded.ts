/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** A stream of random numbers that depends on the seed and the purpose alone (mulberry32). */
export function seeded(seed: number, purpose: string): Random {
  let state = seed >>> 0;
  for (const letter of purpose) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A waiting time of a Poisson process with the given mean, in the mean's unit. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());
