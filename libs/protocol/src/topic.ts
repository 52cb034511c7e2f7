import { FeedError } from './feed-error';

declare const brand: unique symbol;

/** Name of one ordered, keyed stream, e.g. `quotes`. */
export type Topic = string & { readonly [brand]: 'Topic' };

const grammar = /^[a-z][a-z0-9-]{0,31}$/;

/**
 * Reads a topic's name: a small letter, then at most 31 of `a-z0-9-`.
 *
 * @throws FeedError `bad_request` when `text` is not a topic's name
 */
export function parseTopic(text: unknown): Topic {
  if (typeof text === 'string' && grammar.test(text)) return text as Topic;
  throw new FeedError('bad_request', 'a topic is a small letter, then at most 31 of a-z 0-9 -');
}
