import {
  formParameters,
  limitParameters,
  parseLimitsQuery,
  parseQuery,
  type Subscription,
  type ViewerLimits,
} from '@tickway/protocol';
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

/** What a push connection is asked for: all that its receiver wants, and at what pace at most. */
export interface PushWish {
  readonly subscriptions: readonly Subscription[];
  readonly limits?: ViewerLimits;
}

/** What beside subscriptions may stand in the query of a push transport. */
const pushParameters: readonly string[] = [...limitParameters, ...formParameters];

/** What the query of a push transport asks for; the form of the bytes is its outlet's. */
export const wishOf = (query: URLSearchParams): PushWish => ({
  subscriptions: parseQuery(query, pushParameters),
  limits: parseLimitsQuery(query),
});

/** Whether the query says more than the form of the bytes: a socket may state its wish later. */
export const statesWish = (query: URLSearchParams): boolean =>
  [...query.keys()].some((name) => !forms.has(name));

const forms: ReadonlySet<string> = new Set(formParameters);
