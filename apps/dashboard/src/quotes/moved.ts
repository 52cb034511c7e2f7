import type { Direction } from './flashes';

/** Which way a price went between two values; `undefined` when it did not move, or one of them is not there. */
export function moved(before: number | undefined, now: number | undefined): Direction | undefined {
  if (before === undefined || now === undefined || before === now) return undefined;
  return now > before ? 'up' : 'down';
}
