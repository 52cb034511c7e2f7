import type { Status } from '@tickway/client';

/** Silence after which values count as old though the connection says it is live, ms. */
export const STALE_AFTER_MS = 2000;

/** How the connection is, as a viewer wants to know it: `silent` is open, and nothing comes. */
export type Health = 'connecting' | 'live' | 'silent' | 'waiting' | 'closed';

/** Judges a connection by what it says of itself and by how long nothing came. */
export function health(state: Status['state'], silentMs: number): Health {
  return state === 'live' && silentMs >= STALE_AFTER_MS ? 'silent' : state;
}
