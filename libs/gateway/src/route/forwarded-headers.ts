import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** What concerns one connection and not the message (RFC 9110 section 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const;

/** The headers of a request or an answer that go on to the other side. */
export function endToEnd({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const named = headers.connection?.toLowerCase().split(',') ?? [];
  const left = new Set<string>([...hopByHop, ...named.map((name) => name.trim())]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !left.has(name)));
}

/**
 * The headers with which a request goes on to a server: `Host` and `Origin` stay, so that the server still tells its own
 * page from others; and it is told for whom it is asked.
 */
export function forwardedHeaders(request: IncomingMessage): OutgoingHttpHeaders {
  const before = request.headers['x-forwarded-for'];
  const from = request.socket.remoteAddress ?? '';
  const all = before === undefined ? from : `${String(before)}, ${from}`;
  return { ...endToEnd(request), 'x-forwarded-for': all };
}
