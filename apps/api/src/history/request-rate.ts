import type { Clock } from '@tickway/hub';
import { FeedError } from '@tickway/protocol';
import { isIPv6 } from 'node:net';

/** How many requests an address may make. */
export interface Pace {
  /** In the long run. */
  readonly perSecond: number;
  /** At once, after a while without any. */
  readonly burst: number;
}

/** Addresses remembered; of more, those that have been quiet the longest begin anew. */
const MOST_ADDRESSES = 10_000;

interface Allowance {
  readonly at: number;
  readonly left: number;
}

/** Lets each address make so many requests, and refuses what is more: a token bucket an address. */
export class RequestRate {
  /** The one heard of last at the end. */
  private readonly allowances = new Map<string, Allowance>();

  constructor(
    private readonly clock: Clock,
    private readonly pace: Pace,
  ) {}

  /** @throws FeedError `rate` when the address has made too many */
  take(address: string): void {
    const network = networkOf(address);
    const { at, left } = this.allowanceOf(network);
    this.allowances.delete(network);
    this.allowances.set(network, { at, left: left < 1 ? left : left - 1 });
    this.forget(at);
    if (left < 1) throw new FeedError('rate');
  }

  private allowanceOf(network: string): Allowance {
    const { perSecond, burst } = this.pace;
    const now = this.clock.now();
    const { at, left } = this.allowances.get(network) ?? { at: now, left: burst };
    // A clock that is set back gives nothing and takes nothing.
    const earned = (Math.max(0, now - at) * perSecond) / 1_000;
    return { at: now, left: Math.min(burst, left + earned) };
  }

  /** Who has earned everything back is as if never heard of. */
  private forget(now: number): void {
    const { perSecond, burst } = this.pace;
    for (const [network, { at }] of this.allowances) {
      if (this.allowances.size <= MOST_ADDRESSES && now - at < (burst / perSecond) * 1_000) return;
      this.allowances.delete(network);
    }
  }
}

const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** Who has one address of IPv6 has 2⁶⁴ of them: they count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = [], tail = []] = address
    .split('::')
    .map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS).join(':');
}
