import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Address } from '../address';
import { answeredHead, askedHead } from './heads';

/** A way to the server: its connections are kept and used again. */
export interface Upstream {
  readonly server: Address;
  readonly agent: Agent;
}

/** Passes one request on as HTTP/1.1, and its answer back as it comes, however long that goes on. */
export function passRequest(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  upstream: Upstream,
): void {
  const { ':method': method = 'GET', ':path': path = '/' } = headers;
  const asked = request({
    ...upstream.server,
    ...{ agent: upstream.agent, method, path },
    headers: askedHead(headers, viewerOf(stream)),
  });
  stream.pipe(asked);
  passAnswer(asked, stream);
}

/** Hands the answer to a question over to a stream. Whoever is gone first takes the other along. */
export function passAnswer(asked: ClientRequest, stream: ServerHttp2Stream): void {
  asked.on('response', (answer) => tell(answer, stream));
  asked.on('error', () => refuse(stream, 502));
  stream.on('close', () => asked.destroy());
}

/** Answers a stream by itself; one that has its head already is broken off. */
export function refuse(stream: ServerHttp2Stream, status: number): void {
  if (stream.headersSent) return breakOff(stream);
  if (stream.destroyed) return;
  stream.respond({ ':status': status }, { endStream: true });
  // What is still being asked finds no reader: nobody wants it, as the answer has been given.
  stream.resume();
}

/** The address of whoever opened the stream's connection. */
export const viewerOf = ({ session }: ServerHttp2Stream): string =>
  session?.socket.remoteAddress ?? 'unknown';

function tell(answer: IncomingMessage, stream: ServerHttp2Stream): void {
  if (stream.destroyed) return void answer.resume();
  stream.respond({ ...answeredHead(answer.headers), ':status': answer.statusCode });
  // An answer to HEAD or of 304 has no body: then the stream has ended with its head.
  if (stream.writableEnded) answer.resume();
  else answer.pipe(stream);
  answer.on('close', () => {
    if (!answer.complete) breakOff(stream);
  });
}

/** Ends a stream so that the viewer sees that it is not whole: `close` would end it in order first. */
export const breakOff = (stream: ServerHttp2Stream): void =>
  void stream.destroy(new Error('the server is gone'));
