import { FeedError, limits, parseTopic, type Topic } from '@tickway/protocol';
import type { Address } from '../address';
import type { Routes } from './routes';

/**
 * The part of a query that concerns each server: its topics with what is said of them, and what is said of no topic. The
 * values are not read here; the servers refuse what they cannot.
 *
 * @throws FeedError `unknown_topic`, `filter_too_large`, `bad_request`
 */
export function splitQuery(routes: Routes, query: URLSearchParams): ReadonlyMap<Address, URLSearchParams> {
  const topics = query.getAll('topic').map(parseTopic);
  if (topics.length > limits.topics)
    throw new FeedError('filter_too_large', `at most ${limits.topics} topics a request`);
  const parts = routes.split(topics);
  const bandwidth = query.get('maxBandwidth');
  const queryOf = (own: readonly Topic[]) => {
    const others = new Set<string>(topics.filter((topic) => !own.includes(topic)));
    const part = new URLSearchParams(
      [...query].filter(([name, value]) => !others.has(name === 'topic' ? value : topicOf(name))),
    );
    if (bandwidth !== null && parts.size > 1)
      part.set('maxBandwidth', String(shareOf(Number(bandwidth), parts.size)));
    return part;
  };
  return new Map([...parts].map(([server, own]) => [server, queryOf(own)]));
}

/**
 * Each server's share of a viewer's most bytes a second.
 *
 * @throws FeedError `bad_request` when it is less than a server may be asked for
 */
export function shareOf(bytesPerSecond: number, servers: number): number {
  const share = Math.floor(bytesPerSecond / servers);
  if (share >= limits.bandwidth.least) return share;
  throw new FeedError('bad_request', 'maxBandwidth is too small to be shared by the servers behind');
}

/** The topic whose parameter it is: `quotes` of `quotes.known.keys`. */
const topicOf = (name: string) => name.slice(0, Math.max(0, name.indexOf('.')));
