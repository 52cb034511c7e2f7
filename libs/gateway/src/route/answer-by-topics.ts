import { FeedError, isTransportName, switchIn } from '@tickway/protocol';
import { longPollAll, pollAll, type Parts } from './ask-all';
import { mergeStreams } from './merge-streams';
import { passRequest, type Asked } from './pass-request';
import type { RouteRim } from './route-rim';
import { splitQuery } from './split-query';
import { splitTarget } from './split-target';

type AnswerAll = (rim: RouteRim, asked: Asked, parts: Parts) => Promise<void>;

const answers: ReadonlyMap<string, AnswerAll> = new Map([
  ['polling', pollAll],
  ['long-polling', longPollAll],
  ['streaming', mergeStreams],
]);

/**
 * Answers a request below `/feed` by the topics that its query names: if one server has them all, it is passed on as it
 * is; if not, each is asked for its own.
 *
 * @throws FeedError for what cannot be routed
 */
export async function answerByTopics(rim: RouteRim, asked: Asked): Promise<void> {
  const { path, query } = splitTarget(asked.request.url ?? '');
  const name = path.slice('/feed/'.length);
  if (name === 'clock') return passRequest(rim, asked, rim.routes.first);
  const answerAll = answerOf(name);
  if (asked.request.method !== 'GET') throw new FeedError('method_not_allowed');
  const parts = splitQuery(rim.routes, query);
  const [only] = parts.keys();
  if (!only) throw new FeedError('bad_request', 'name at least one topic: ?topic=quotes');
  if (parts.size === 1) return passRequest(rim, asked, only);
  if (switchIn(query, 'compress') === true)
    throw new FeedError('unsupported', 'this gateway joins what is not deflated only');
  await answerAll(rim, asked, parts);
}

function answerOf(name: string): AnswerAll {
  const answer = answers.get(name);
  if (answer) return answer;
  if (isTransportName(name)) throw new FeedError('bad_request', 'this address asks for a WebSocket upgrade');
  throw new FeedError('not_found');
}
