import { parseQuery } from '@tickway/protocol';
import type { FeedRequest } from '../feed-request';
import { answerFrames } from '../http-answer';
import type { Rim } from '../rim';

/** Polling: takes at once, whatever there is. */
export function poll(rim: Rim, { response, query }: FeedRequest): void {
  const session = rim.hub.open({ subscriptions: parseQuery(query) });
  const taken = session.take();
  const frames = taken.length > 0 ? taken : [session.heartbeat()];
  session.close();
  rim.traffic.wrote('polling', frames);
  answerFrames(rim, response, frames);
}
