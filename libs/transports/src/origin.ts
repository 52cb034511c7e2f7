import type { IncomingMessage } from 'node:http';

/**
 * Whether the page that asks for a socket may have one: browsers guard no WebSocket by themselves, and
 * always name the page's origin. Without an origin it is not a browser.
 */
export function originAllowed({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  return host !== undefined && hostOf(origin) === host;
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
