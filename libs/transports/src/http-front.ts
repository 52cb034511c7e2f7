import { FeedError, isTransportName, type TransportName } from '@tickway/protocol';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { admit, assertPace } from './admit';
import { tellTime } from './clock';
import { coded } from './coded';
import { splitTarget, type FeedRequest } from './feed-request';
import { answerError } from './http-answer';
import { longPoll } from './long-polling/long-polling';
import { poll } from './polling/polling';
import { readableBy } from './origin';
import type { Rim } from './rim';
import { stream } from './streaming/streaming';

type Answer = (rim: Rim, asked: FeedRequest) => void;
type Asked = Pick<FeedRequest, 'request' | 'response'>;

const onlyByUpgrade: Answer = () => {
  throw new FeedError('bad_request', 'this address asks for a WebSocket upgrade');
};

const transports: Readonly<Record<TransportName, Answer>> = {
  polling: poll,
  'long-polling': ifAdmitted(longPoll),
  streaming: ifAdmitted(stream),
  websocket: onlyByUpgrade,
  'socket.io': onlyByUpgrade,
};

/** Whether a request target lies under `/feed`. */
export const isFeed = (target: string | undefined): boolean => /^\/feed(?:[/?]|$)/.test(target ?? '');

/** Answers every HTTP request under `/feed`. */
export function answerFeed(rim: Rim, request: IncomingMessage, response: ServerResponse): void {
  const { path, query } = splitTarget(request.url ?? '');
  const name = path.slice('/feed/'.length);
  response.once('close', () => rim.traffic.settle(request.socket, isTransportName(name) ? name : undefined));
  if (!isTransportName(name)) return answerAt(name, rim, { request, response, query });
  rim.traffic.requested(name);
  rim.traffic.spend(name, () => answerAt(name, rim, { request, response, query }));
}

function answerAt(name: string, rim: Rim, asked: FeedRequest): void {
  const { request, response } = asked;
  for (const [header, value] of Object.entries(readableBy(request, rim.guestOf)))
    response.setHeader(header, value);
  try {
    answerFor(name, rim, asked)(rim, asked);
  } catch (error) {
    answerError(rim, response, coded(rim, error));
  }
}

function answerFor(name: string, rim: Rim, { request, response }: Asked): Answer {
  // Requests sent ahead would all be answered into memory, and who reads none of it pays nothing.
  if (response.socket === null)
    throw new FeedError('busy', 'the connection is answered one request at a time');
  assertPace(rim, request);
  const answer = name === 'clock' ? tellTime : isTransportName(name) ? transports[name] : undefined;
  if (!answer) throw new FeedError('not_found');
  if (request.method !== 'GET') throw new FeedError('method_not_allowed');
  if (rim.connections.closing) throw new FeedError('shutdown');
  return answer;
}

function ifAdmitted(answer: Answer): Answer {
  return (rim, asked) => {
    asked.response.once('close', admit(rim, asked.request));
    answer(rim, asked);
  };
}
