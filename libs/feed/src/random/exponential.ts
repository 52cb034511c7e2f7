import type { Random } from './random';

/** A waiting time with the given mean (in the mean's unit). */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());
