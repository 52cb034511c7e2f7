import { FeedError } from '@tickway/protocol';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Address } from '../address';
import { endToEnd, forwardedHeaders } from './forwarded-headers';
import { refuseRequest } from './own-frames';
import type { RouteRim } from './route-rim';

/** A request and where its answer goes. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Passes a request to a server and its answer back, byte by byte; neither body is read. */
export function passRequest(rim: RouteRim, { request, response }: Asked, server: Address): void {
  const { method, url: path } = request;
  const onward = ask({
    ...{ ...server, method, path, agent: rim.agent, headers: forwardedHeaders(request) },
    timeout: rim.silenceMs,
  });
  const fail = () => refuseRequest(rim, response, new FeedError('lost', 'the server behind does not answer'));
  onward.on('timeout', () => onward.destroy(new Error('silent')));
  onward.on('error', fail);
  onward.on('response', (answer) => passAnswer(answer, response));
  // A viewer who is gone needs no answer: what is parked for it at the server ends.
  response.on('close', () => onward.destroy());
  // A request cut short shows by `onward`.
  pipeline(request, onward, () => undefined);
}

function passAnswer(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, {
    ...endToEnd(answer),
    ...closing(answer),
  });
  // A stream's first bytes may be long in coming.
  response.flushHeaders();
  // An answer cut short is cut short for the viewer too.
  pipeline(answer, response, () => undefined);
}

/** A server that wants no further request on this connection says it of the viewer's: `keepAlive=0`. */
const closing = ({ headers }: IncomingMessage) =>
  headers.connection?.toLowerCase() === 'close' ? { connection: 'close' } : {};
