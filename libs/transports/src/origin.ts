import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Which page of another origin is a guest on this connection: it may use the feed here as the server's own page may. */
export type GuestOf = (socket: Socket) => string | undefined;

/** Which pages may use the feed beside the server's own. */
export interface Origins {
  /** Pages that may always open sockets. */
  readonly listed: readonly string[];
  readonly guestOf: GuestOf;
}

/**
 * Whether the page that asks for a socket may have one: browsers guard no WebSocket by themselves, and
 * always name the page's origin. Without an origin it is not a browser.
 */
export function originAllowed(request: IncomingMessage, { listed, guestOf }: Origins): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || listed.includes(origin)) return true;
  if (host !== undefined && hostOf(origin) === host) return true;
  return guestOf(request.socket) === origin;
}

/**
 * The headers by which a browser lets a guest's page read an answer, and its exact times and sizes; none for all others, a
 * listed origin included, which has its sockets only.
 */
export function readableBy(
  { socket, headers }: IncomingMessage,
  guestOf: GuestOf,
): Readonly<Record<string, string>> {
  const guest = guestOf(socket);
  if (guest === undefined || guest !== headers.origin) return {};
  return { 'Access-Control-Allow-Origin': guest, 'Timing-Allow-Origin': guest, Vary: 'Origin' };
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
