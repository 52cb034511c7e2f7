import type { Random } from './random';

const { log } = Math;

/** A waiting time with the given mean (in the mean's unit). */
export const exponential = (random: Random, mean: number): number => -mean * log(1 - random());
