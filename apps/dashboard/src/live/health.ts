import type { Status } from '@tickway/client';
import type { TransportName, ViewerLimits } from '@tickway/protocol';

/** How the connection is, as a viewer wants to know it: `silent` is open, and nothing comes. */
export type Health = 'connecting' | 'live' | 'silent' | 'waiting' | 'closed';

/**
 * Silence after which values count as old though the connection says it is live, ms. What comes comes several times
 * a second, but for polling, which asks about once a second.
 */
export const staleAfterMs = (transport: TransportName): number => (transport === 'polling' ? 1800 : 1300);

/** Judges a connection by what it says of itself and by how long nothing came. */
export function health({ state, transport }: Status, silentMs: number, limits: ViewerLimits = {}): Health {
  const silent = silentMs >= staleAfterMs(transport) + limitedMs(limits);
  return state === 'live' && silent ? 'silent' : state;
}

/** What a limit on bandwidth may hold back a frame at most, so that waiting for it is no silence, ms. */
const BANDWIDTH_MS = 5000;

/** How much longer the viewer's own limits let a live connection say nothing, ms. */
const limitedMs = ({ maxFrequency, maxBandwidth }: ViewerLimits) =>
  (maxFrequency === undefined ? 0 : 1000 / maxFrequency) + (maxBandwidth === undefined ? 0 : BANDWIDTH_MS);
