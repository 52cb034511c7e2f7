import type { Status } from '@tickway/client';
import type { TransportName } from '@tickway/protocol';

/** How the connection is, as a viewer wants to know it: `silent` is open, and nothing comes. */
export type Health = 'connecting' | 'live' | 'silent' | 'waiting' | 'closed';

/**
 * Silence after which values count as old though the connection says it is live, ms. What comes comes several times
 * a second, but for polling, which asks about once a second.
 */
export const staleAfterMs = (transport: TransportName): number => (transport === 'polling' ? 1800 : 1300);

/** Judges a connection by what it says of itself and by how long nothing came. */
export function health({ state, transport }: Status, silentMs: number): Health {
  return state === 'live' && silentMs >= staleAfterMs(transport) ? 'silent' : state;
}
