import type { FeedRequest } from './feed-request';
import { NO_STORE } from './http-answer';
import type { Rim } from './rim';

/** Tells the server's time, by which a client finds how far its own clock is off. */
export function tellTime({ clock }: Rim, { response }: FeedRequest): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': NO_STORE });
  response.end(`{"now":${clock.now()}}`);
}
