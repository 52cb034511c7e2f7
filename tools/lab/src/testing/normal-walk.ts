import { seeded } from '@tickway/gateway';

/** A random walk of `steps` normal steps of deviation `sigma`. */
export function normalWalk(steps: number, sigma: number): readonly number[] {
  const random = seeded(11, 'walk');
  let at = 0;
  return Array.from({ length: steps }, () => (at += sigma * normal(random)));
}

/** Box and Muller. */
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
