import { FeedError } from '@tickway/protocol';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Address } from '../address';
import { endToEnd, forwardedHeaders } from './forwarded-headers';
import type { Asked } from './pass-request';
import type { RouteRim } from './route-rim';

/** What each server is asked. */
export type Parts = ReadonlyMap<Address, URLSearchParams>;

/** A whole answer. */
export interface Whole {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** A question to one server. */
export interface Question {
  readonly server: Address;
  readonly path: string;
  readonly signal: AbortSignal;
}

/** Opens a question and gives the answer once its head is there. */
export function open(rim: RouteRim, request: IncomingMessage, question: Question): Promise<IncomingMessage> {
  const { server, path, signal } = question;
  return new Promise((resolve, reject) => {
    const lost = () => reject(new FeedError('lost', 'a server behind does not answer'));
    const onward = ask({
      ...{ ...server, path, signal, agent: rim.agent, headers: forwardedHeaders(request) },
      timeout: rim.silenceMs,
    });
    onward.on('timeout', () => onward.destroy(new Error('silent')));
    onward.on('error', lost);
    onward.on('response', resolve);
    onward.end();
  });
}

/** Reads an answer whole. */
export async function wholeOf(answer: IncomingMessage): Promise<Whole> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (error) {
    // Broken off in the middle.
    throw new FeedError('lost', 'a server behind broke off its answer', { cause: error });
  }
  return { status: answer.statusCode ?? 0, headers: endToEnd(answer), body: Buffer.concat(chunks) };
}

/** Polling of several servers: all are asked, and what they say comes one after the other. */
export async function pollAll(rim: RouteRim, asked: Asked, parts: Parts): Promise<void> {
  const { signal } = gone(asked);
  answerWith(asked, await Promise.all(questions('polling', parts, signal).map(whole(rim, asked))));
}

/**
 * Long polling of several servers: all are parked. As soon as one has something the others are let go and asked what they
 * have now, or a busy server would always be the first and the others were never heard. That costs each of them a
 * connection, since a parked request ends only with its connection.
 */
export async function longPollAll(rim: RouteRim, asked: Asked, parts: Parts): Promise<void> {
  const over = gone(asked);
  const parked = new AbortController();
  over.signal.addEventListener('abort', () => parked.abort());
  const first = await firstNews(questions('long-polling', parts, parked.signal).map(waiting(rim, asked)));
  parked.abort();
  const rest = new Map([...parts].filter(([server]) => !first.has(server)).map(withoutWait));
  const others = questions('polling', rest, over.signal).map(whole(rim, asked));
  answerWith(asked, [...first.values(), ...(await Promise.all(others))]);
}

const withoutWait = ([server, query]: readonly [Address, URLSearchParams]) => {
  const now = new URLSearchParams(query);
  now.delete('waitMs');
  return [server, now] as const;
};

const questions = (name: string, parts: Parts, signal: AbortSignal): readonly Question[] =>
  [...parts].map(([server, query]) => ({ server, path: `/feed/${name}?${query.toString()}`, signal }));

const whole =
  (rim: RouteRim, { request }: Asked) =>
  async (question: Question): Promise<Whole> =>
    wholeOf(await open(rim, request, question));

const waiting =
  (rim: RouteRim, asked: Asked) =>
  async (question: Question): Promise<readonly [Address, Whole]> => [
    question.server,
    await whole(rim, asked)(question),
  ];

/** What has been answered when the first has something to tell, or when all had nothing. */
function firstNews(
  answers: readonly Promise<readonly [Address, Whole]>[],
): Promise<ReadonlyMap<Address, Whole>> {
  const come = new Map<Address, Whole>();
  return new Promise((resolve, reject) => {
    for (const answer of answers)
      answer.then(([server, one]) => {
        come.set(server, one);
        if (isNews(one) || come.size === answers.length) resolve(new Map(come));
      }, reject);
  });
}

/** A heartbeat is one frame alone, and a frame names its type first, in every form. */
const HEAD_BYTES = 20;
const isNews = ({ status, body }: Whole) =>
  status !== 200 || !body.subarray(0, HEAD_BYTES).includes('heartbeat');

/** All frames of all answers, or the first refusal: then the client's cursors stand where they were, and nothing is lost. */
function answerWith({ request, response }: Asked, answers: readonly Whole[]): void {
  const { status, headers } = answers.find((one) => one.status !== 200) ?? answers[0] ?? { status: 500 };
  const bodies = status === 200 ? answers : answers.filter((one) => one.status === status).slice(0, 1);
  const body = Buffer.concat(bodies.map((one) => one.body));
  const keepAlive = !/[?&]keepAlive=0(&|$)/.test(request.url ?? '');
  response.writeHead(status, {
    ...headers,
    'content-length': body.length,
    ...(!keepAlive && { connection: 'close' }),
  });
  response.end(body);
}

/** Aborts what was asked when the viewer is gone. */
export function gone({ response }: Asked): AbortController {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller;
}
