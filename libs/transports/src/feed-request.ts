import { parseQuery, type Subscription } from '@tickway/protocol';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request for one of the feed's addresses. */
export interface FeedRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

/** A request target cut in two. By hand: `new URL` costs more than the rest of a poll and throws on `//`. */
export function splitTarget(target: string): { readonly path: string; readonly query: URLSearchParams } {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    path: path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path,
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

/** What the query asks for; nothing at all when it names no topic. */
export const wishesOf = (query: URLSearchParams): readonly Subscription[] =>
  query.size === 0 ? [] : parseQuery(query);
