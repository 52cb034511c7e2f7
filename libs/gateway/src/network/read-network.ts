import { FeedError } from '@tickway/protocol';
import { clearNetwork, type Network } from './network';

/** The largest of each setting; the smallest is 0, or 1 where nothing would pass at all. */
export const networkBounds = {
  /** ms */
  rttMs: 10_000,
  /** ms */
  jitterMs: 10_000,
  /** Share. */
  loss: 0.5,
  /** kbit/s */
  kbitPerSecond: 10_000_000,
  /** ms */
  idleCutMs: 3_600_000,
} as const;

const smallest = { rttMs: 0, jitterMs: 0, loss: 0, kbitPerSecond: 1, idleCutMs: 1 } as const;
const faults = ['buffering', 'stripUpgrade', 'silent'] as const;

type Measure = keyof typeof networkBounds;
type Fault = (typeof faults)[number];

/**
 * Reads a network as JSON says it; what is not said is as on a clear line.
 *
 * @throws FeedError `bad_request` for a value out of bounds and for a member that there is not
 */
export function readNetwork(value: unknown): Network {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FeedError('bad_request', 'a network is a JSON object');
  return Object.entries(value).reduce<Network>((network, [name, set]) => {
    if (isMeasure(name)) return { ...network, [name]: measured(name, set) };
    if (isFault(name)) return { ...network, [name]: switched(name, set) };
    throw new FeedError('bad_request', 'a network has no such member');
  }, clearNetwork);
}

const isMeasure = (name: string): name is Measure => Object.hasOwn(networkBounds, name);
const isFault = (name: string): name is Fault => faults.some((fault) => fault === name);

function measured(name: Measure, value: unknown): number {
  const [from, to] = [smallest[name], networkBounds[name]];
  if (typeof value === 'number' && value >= from && value <= to) return value;
  throw new FeedError('bad_request', `${name} is a number of ${from} to ${to}`);
}

function switched(name: Fault, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new FeedError('bad_request', `${name} is true or false`);
}
