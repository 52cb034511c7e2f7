import { exponential, type Random } from '@tickway/gateway';

/** How events follow each other: at even distances, or with independent waiting times (Poisson). */
export type Rhythm = 'even' | 'poisson';

/** The distance to each next event, ms, without end. */
export function* eventGaps(perSecond: number, rhythm: Rhythm, random: Random): Generator<number, never> {
  const mean = 1_000 / perSecond;
  for (;;) yield rhythm === 'even' ? mean : exponential(random, mean);
}
