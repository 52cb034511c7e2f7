import type { IncomingHttpHeaders } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** The parts of a request that tell who asks. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * Who asks, as far as limits go: an address of IPv4, or a network of IPv6, for who has one of its addresses has 2⁶⁴. What
 * `X-Forwarded-For` says is believed as far as proxies of ours have written it, from the end on: the rest is the asker's own.
 */
export function askerOf({ headers, socket }: Asking, proxies: readonly string[]): string {
  const header = headers['x-forwarded-for'];
  const said = typeof header === 'string' ? header.split(',').map((address) => plain(address.trim())) : [];
  let asker = plain(socket.remoteAddress ?? '');
  for (let next = said.pop(); next !== undefined && proxies.includes(asker); next = said.pop()) {
    if (isIP(next) === 0) break;
    asker = next;
  }
  return networkOf(asker);
}

/**
 * Who asks, if limits of one address are for him; undefined: nobody but this machine itself, that is its lab, its own page, or a
 * proxy of which nothing was said, behind which all are one. A proxy that was named and does not say for whom it asks is limited.
 */
export function limitedAsker(asking: Asking, proxies: readonly string[]): string | undefined {
  const asker = askerOf(asking, proxies);
  return isThisMachine(asker) && !proxies.map(networkOf).includes(asker) ? undefined : asker;
}

/** `::1` in the form of its network. */
const LOOPBACK_NETWORK = '0:0:0:0';
const isThisMachine = (asker: string) => asker === LOOPBACK_NETWORK || /^127(?:\.[0-9]{1,3}){3}$/.test(asker);

/** An address of IPv4 as such, also where it came in at a socket of both families. */
const plain = (address: string) =>
  address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;

function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = [], tail = []] = address
    .split('::')
    .map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS).join(':');
}
