import type { Held } from '@tickway/client';

/** The seed of each simulated feed, by the feed's name: what makes the same ticks again. */
export function seedsOf(feeds: ReadonlyMap<string, Pick<Held, 'fields'>>): Readonly<Record<string, number>> {
  const seeds: Record<string, number> = {};
  for (const [name, { fields }] of feeds) if (typeof fields.seed === 'number') seeds[name] = fields.seed;
  return seeds;
}
