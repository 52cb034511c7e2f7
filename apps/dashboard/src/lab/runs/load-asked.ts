import { isTransportName, transportNames, type TransportName } from '@tickway/protocol';
import { defaultWire, wireIn, wireQuery, type Wire } from '../levers/wire';
import type { Network } from '../network/network';
import { networkIn, networkText } from '../network/network-text';

/** What a load run is asked to be. */
export interface LoadAsked {
  readonly transports: readonly TransportName[];
  /** Of each transport. */
  readonly viewers: number;
  /** How long each transport is measured. */
  readonly seconds: number;
  /** Updates a second of the lab's own; absent: the server's feeds. */
  readonly rate?: number;
  /** Between viewers and server; absent: the bare loopback. */
  readonly network?: Network;
  /** How frames are written and sent. */
  readonly wire: Wire;
}

/** The most that the server runs for a page; the command line goes further. */
export const loadBounds = { viewers: 1_000, seconds: 60, rate: 5_000 } as const;

const byDefault = { viewers: 100, seconds: 10 } as const;

/** Reads what an address asks for; what is missing or cannot be had is as by default. */
export function loadIn(query: { get(name: string): string | null }): LoadAsked {
  const named = (query.get('transports') ?? '').split(',').filter(isTransportName);
  const rate = whole(query.get('rate'), loadBounds.rate);
  const network = networkIn(query.get('through'));
  return {
    transports: named.length > 0 ? transportNames.filter((name) => named.includes(name)) : transportNames,
    viewers: whole(query.get('viewers'), loadBounds.viewers) ?? byDefault.viewers,
    seconds: whole(query.get('seconds'), loadBounds.seconds) ?? byDefault.seconds,
    ...(rate !== undefined && { rate }),
    ...(network && { network }),
    wire: wireIn({ get: (name) => query.get(`load-${name}`) }),
  };
}

/** The query parameters of a load run; `null` stands for "as by default". */
export function loadQuery({ transports, viewers, seconds, rate, network, wire }: LoadAsked) {
  const unless = (value: string, usual: string) => (value === usual ? null : value);
  return {
    transports: unless(transports.join(), transportNames.join()),
    viewers: unless(`${viewers}`, `${byDefault.viewers}`),
    seconds: unless(`${seconds}`, `${byDefault.seconds}`),
    rate: rate === undefined ? null : `${rate}`,
    through: network ? networkText(network) : null,
    // The race has levers of the same names, and goes on as it is.
    ...Object.fromEntries(Object.entries(wireQuery(wire)).map(([name, value]) => [`load-${name}`, value])),
  };
}

/** The run as the lab's API takes it; what is as by default goes without saying. */
export const loadBody = ({ wire, ...asked }: LoadAsked) => ({
  ...{ kind: 'load' as const, ...asked },
  ...(wire.codec !== defaultWire.codec && { codec: wire.codec }),
  ...(wire.compress !== defaultWire.compress && { compress: wire.compress }),
  ...(wire.coalescingMs !== defaultWire.coalescingMs && { windowMs: wire.coalescingMs }),
  ...(wire.keepAlive !== defaultWire.keepAlive && { keepAlive: wire.keepAlive }),
});

/** A whole number from 1 on; more than the most is the most. */
function whole(text: string | null, most: number): number | undefined {
  const value = /^[0-9]{1,9}$/.test(text ?? '') ? Number(text) : 0;
  return value >= 1 ? Math.min(value, most) : undefined;
}
