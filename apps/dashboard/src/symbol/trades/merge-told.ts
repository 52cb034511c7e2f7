import type { Told } from './told-trade';

/** The last `most` that were told, oldest first: live, and before that what history tells. */
export function mergeTold(past: readonly Told[], live: readonly Told[], most: number): readonly Told[] {
  const from = live[0]?.revision ?? Infinity;
  return [...past.filter(({ revision }) => revision < from), ...live.slice(-most)].slice(-most);
}
