import type { Network } from './network';

/** A gateway of this viewer, as the server tells of it. */
export interface Gateway {
  readonly id: string;
  /** Where the page connects to instead of the server. */
  readonly origin: string;
  /** When it ends if nobody asks after it, epoch ms, server clock. */
  readonly expiresAt: number;
  readonly network: Network;
  readonly traffic?: Traffic;
}

/** What a gateway has carried. */
export interface Traffic {
  /** Open now. */
  readonly connections: number;
  readonly toServerBytes: number;
  readonly toViewerBytes: number;
}

/**
 * Reads a gateway of the lab's API.
 *
 * @throws TypeError for another shape
 */
export function parseGateway(value: unknown): Gateway {
  const { id, origin, expiresAt, network, traffic } = objectOf(value);
  return {
    id: textOf(id),
    origin: new URL(textOf(origin)).origin,
    expiresAt: numberOf(expiresAt),
    network: parseNetwork(network),
    ...(traffic !== undefined && { traffic: parseTraffic(traffic) }),
  };
}

function parseTraffic(value: unknown): Traffic {
  const { connections, toServerBytes, toViewerBytes } = objectOf(value);
  return {
    connections: numberOf(connections),
    toServerBytes: numberOf(toServerBytes),
    toViewerBytes: numberOf(toViewerBytes),
  };
}

function parseNetwork(value: unknown): Network {
  const { rttMs, jitterMs, loss, kbitPerSecond, idleCutMs, ...flags } = objectOf(value);
  return {
    ...{ rttMs: numberOf(rttMs), jitterMs: numberOf(jitterMs), loss: numberOf(loss) },
    ...(kbitPerSecond !== undefined && { kbitPerSecond: numberOf(kbitPerSecond) }),
    ...(idleCutMs !== undefined && { idleCutMs: numberOf(idleCutMs) }),
    buffering: flags.buffering === true,
    stripUpgrade: flags.stripUpgrade === true,
    silent: flags.silent === true,
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('the lab answered in another shape');
  return Object.fromEntries(Object.entries(value));
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('the lab’s answer lacks a number');
}

function textOf(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError('the lab’s answer lacks a text');
}
