import { parseQuery } from '@tickway/protocol';
import { hold } from '../admit';
import type { FeedRequest } from '../feed-request';
import { mannerOf, mannerParameters } from '../form/poll-manner';
import { answerFrames } from '../http-answer';
import type { Rim } from '../rim';

/** Polling: takes at once, whatever there is. */
export function poll(rim: Rim, asked: FeedRequest): void {
  const { form, keepAlive } = mannerOf(asked);
  const session = rim.hub.open({ subscriptions: parseQuery(asked.query, mannerParameters) });
  const taken = session.take();
  const frames = taken.length > 0 ? taken : [session.heartbeat()];
  session.close();
  rim.traffic.wrote('polling', frames);
  answerFrames(rim, { response: asked.response, form, keepAlive }, frames);
  if (asked.response.writableLength > 0) holdUnread(rim, asked);
}

/** An answer that is not taken at once is held like a connection, or many who read nothing would fill the memory. */
function holdUnread(rim: Rim, { request, response }: FeedRequest): void {
  try {
    response.once('close', hold(rim, request));
  } catch {
    request.socket.destroy();
  }
}
