import type { ToldTrade } from './told-trade';

/** The last `most` trades, oldest first: live ones, and before them those that history tells. */
export function mergeTrades(
  past: readonly ToldTrade[],
  live: readonly ToldTrade[],
  most: number,
): readonly ToldTrade[] {
  const from = live[0]?.revision ?? Infinity;
  return [...past.filter(({ revision }) => revision < from), ...live.slice(-most)].slice(-most);
}
