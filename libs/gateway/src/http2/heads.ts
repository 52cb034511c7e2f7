import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { IncomingHttpHeaders as Http2Headers } from 'node:http2';

/** What speaks of one connection only, and ends with it (RFC 9110 section 7.6.1): HTTP/2 forbids it. */
const ofConnection = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'transfer-encoding', 'upgrade'],
  'http2-settings',
]);
/** The handshake's proof that the server understood; HTTP/2 has none (RFC 8441 section 5.1). */
const ofHandshake = new Set([...ofConnection, 'sec-websocket-accept']);

/**
 * The headers of a request over HTTP/2 as the server reads them, with who asked: what the viewer said of that is replaced,
 * so the server may believe it.
 */
export function askedHead(headers: Http2Headers, viewer: string): OutgoingHttpHeaders {
  const said = Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ofConnection.has(name));
  return {
    ...Object.fromEntries(said),
    ...{ host: headers[':authority'] ?? headers.host, 'x-forwarded-for': viewer },
    'x-forwarded-proto': headers[':scheme'],
  };
}

/** The headers of the server's answer as they may go over HTTP/2. */
export const answeredHead = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  without(headers, ofConnection);

/** The headers of the server's 101 as they may go with a 200. */
export const upgradedHead = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  without(headers, ofHandshake);

const without = (headers: IncomingHttpHeaders, names: ReadonlySet<string>): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
