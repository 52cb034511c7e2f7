import { intervals, isInterval } from '@tickway/market';
import { FeedError, parseKey, parseQuery, type Subscription } from '@tickway/protocol';
import type { BarsWish, Stretch, TopicWish } from '../history-store';

/** Rows of a page: when nothing is said, and at most. */
export const pageRows = { usual: 5_000, most: 20_000 } as const;
/** Bars of an answer: when nothing is said, and at most. */
export const barCount = { usual: 500, most: 5_000 } as const;

/**
 * Reads the query of a request for frames: topics and their keys in the grammar of the feeds, `from` or
 * `after`, `to` and `most`. A cursor is refused: history is told by time.
 *
 * @throws FeedError with the code that tells what is wrong
 */
export function parseStretch(query: URLSearchParams): Stretch {
  const topics = parseQuery(query, ['from', 'after', 'to', 'most']).map(topicWish);
  const [from, after] = [timeIn(query, 'from'), timeIn(query, 'after')];
  if ((from === undefined) === (after === undefined))
    throw badRequest('say either from or after, in epoch ms');
  const to = timeIn(query, 'to') ?? Infinity;
  if (to < (from ?? after ?? 0)) throw badRequest('to is before from');
  const begin = from === undefined ? { after: after ?? 0 } : { at: from };
  return { topics, begin, to, most: countIn(query, pageRows) };
}

/**
 * Reads the query of a request for bars: `key`, `interval`, and, all optional, `from`, `to`, `before` and `most`.
 *
 * @throws FeedError with the code that tells what is wrong
 */
export function parseBarsWish(query: URLSearchParams): BarsWish {
  for (const name of query.keys())
    if (!barsParameters.has(name)) throw badRequest('a parameter that this address does not know');
  const interval = single(query, 'interval');
  if (!isInterval(interval)) throw badRequest(`interval is one of ${Object.keys(intervals).join(' ')}`);
  const [from, to] = [timeIn(query, 'from') ?? 0, timeIn(query, 'to') ?? Infinity];
  const before = timeIn(query, 'before');
  if (before !== undefined && before % 1_000 !== 0) throw badRequest('before is a whole second');
  const key = parseKey(single(query, 'key'));
  return { key, interval, from, to, before, most: countIn(query, barCount) };
}

/** Keys of one request for closes. */
const MOST_KEYS = 128;
/** Closes of a key: when nothing is said, and at most. */
const closeCount = { usual: 24, most: 100 } as const;

/**
 * Reads the query of a request for closes: `interval`, one `key` or more and, optional, `before` and `most`.
 *
 * @throws FeedError with the code that tells what is wrong
 */
export function parseClosesWish(query: URLSearchParams): readonly BarsWish[] {
  const keys = new Set(query.getAll('key'));
  if (keys.size > MOST_KEYS) throw new FeedError('filter_too_large', `at most ${MOST_KEYS} keys`);
  const others = new URLSearchParams([...query].filter(([name]) => name !== 'key'));
  const most = countIn(others, closeCount);
  others.delete('most');
  return [...keys].map((key) => {
    const one = new URLSearchParams(others);
    one.set('key', key);
    return { ...parseBarsWish(one), most };
  });
}

const barsParameters = new Set(['key', 'interval', 'from', 'to', 'before', 'most']);

function topicWish({ topic, filter, cursor, known }: Subscription): TopicWish {
  if (cursor !== undefined || known !== undefined)
    throw badRequest('history is told by time: from or after, not a cursor');
  if (filter === undefined) return { topic };
  if ('keys' in filter) return { topic, keys: filter.keys };
  throw badRequest('history knows keys, not cells');
}

/** Epoch ms; below the end of year 9999. */
function timeIn(query: URLSearchParams, name: string): number | undefined {
  const text = single(query, name);
  if (text === undefined) return undefined;
  if (/^(0|[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  throw badRequest(`${name} is a time in epoch ms`);
}

function countIn(
  query: URLSearchParams,
  { usual, most }: { readonly usual: number; readonly most: number },
): number {
  const text = single(query, 'most');
  if (text === undefined) return usual;
  const count = /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw badRequest(`most is 1 to ${most}`);
}

function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = query.getAll(name);
  if (more.length > 0) throw badRequest('a parameter comes twice');
  return value;
}

const badRequest = (message: string) => new FeedError('bad_request', message);
