import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import { askedHead, upgradedHead } from './heads';
import { breakOff, passAnswer, viewerOf, type Upstream } from './pass-request';

const KEY_BYTES = 16;

/**
 * Passes an extended CONNECT (RFC 8441) on as an HTTP/1.1 Upgrade, and what is then said both ways. The 101 becomes a 200,
 * and the key, which HTTP/2 does without, is made up here.
 */
export function passWebSocket(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  upstream: Upstream,
): void {
  const asked = request({
    ...upstream.server,
    ...{ agent: upstream.agent, method: 'GET', path: headers[':path'] },
    headers: {
      ...askedHead(headers, viewerOf(stream)),
      ...{ connection: 'Upgrade', upgrade: 'websocket' },
      'sec-websocket-key': randomBytes(KEY_BYTES).toString('base64'),
    },
  });
  asked.on('upgrade', (answer, socket, head) => {
    if (stream.destroyed) return void socket.destroy();
    stream.respond({ ...upgradedHead(answer.headers), ':status': 200 });
    socket.unshift(head);
    join(stream, socket);
  });
  passAnswer(asked, stream);
  asked.end();
}

/** Lets both ends talk until either is gone: the end of a stream is the end of the connection. */
function join(stream: ServerHttp2Stream, socket: Duplex): void {
  socket.on('error', () => breakOff(stream));
  socket.on('close', () => stream.close());
  stream.on('close', () => socket.destroy());
  socket.pipe(stream);
  stream.pipe(socket);
}
