import { intervals, startOf } from '@tickway/market';
import type { BarsWish } from '../history-store';
import { keptFor, type KeptInterval } from './kept-interval';

/** Kept bars that begin in [first, last], epoch ms. */
export interface KeptPiece {
  readonly kept: KeptInterval;
  readonly first: number;
  readonly last: number;
}

/**
 * The kept bars of which the wished ones are made, newest first. With `before`, bars of minutes end with the last whole
 * one, and seconds fill the rest.
 */
export function keptPieces({
  interval,
  from,
  to,
  before,
}: Omit<BarsWish, 'key' | 'most'>): readonly KeptPiece[] {
  const length = intervals[interval];
  const kept = keptFor(interval);
  const first = Math.ceil(from / length) * length;
  const last = startOf(to, interval) + length - 1;
  if (before === undefined) return [{ kept, first, last }];
  const end = Math.min(last, before - 1);
  if (kept === '1s') return [{ kept, first, last: end }];
  const minute = startOf(before, '1m');
  return [
    { kept: '1s', first: Math.max(first, minute), last: end },
    { kept, first, last: Math.min(last, minute - 1) },
  ];
}
