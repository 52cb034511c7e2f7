import type { IncomingMessage } from 'node:http';

/** The parts of a request that tell where it comes from. */
export type Asked = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

const loopbackName = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/;
const loopbackAddress = /^(?:::ffff:)?127(?:\.[0-9]{1,3}){3}$|^::1$/;

// Whoever passes a request on says so by one of these, but for the crudest proxies.
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Whether a request was made on this machine, by a program or by this server's own page: from a loopback address, passed
 * on by nobody, to a host that is a loopback *name* (a name of the attacker's own may be made to lead here:
 * DNS rebinding), and, where a browser tells the page it comes from, by the page of that very host and port.
 */
export function isLocal({ headers, socket }: Asked): boolean {
  if (!loopbackAddress.test(socket.remoteAddress ?? '')) return false;
  if (passedOn.some((name) => headers[name] !== undefined)) return false;
  return loopbackName.test(hostName(headers.host)) && isOwnPage(headers);
}

/** Whether a page of this server asks, or no page at all. */
export function isOwnPage({ origin, host, 'sec-fetch-site': site }: Asked['headers']): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** The name in a `Host` header, without its port; empty for what is none. */
function hostName(host = ''): string {
  return /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/i.exec(host)?.[1]?.toLowerCase() ?? '';
}

/**
 * The name by which a page reaches this machine and its gateways; empty for no `Host`. A page's policy cannot name an IPv6
 * address, so a page of one finds them by the name of its machine.
 */
export function pageHostName(host: string | undefined): string {
  const name = hostName(host);
  return name.startsWith('[') ? 'localhost' : name;
}
