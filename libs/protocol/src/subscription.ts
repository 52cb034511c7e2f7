import { formatCursor, parseCursor, type Cursor } from './cursor';
import { FeedError } from './feed-error';
import { parseFilter, type Filter } from './filter';
import { jsonObject } from './json-object';
import { limits } from './limits';
import { parseTopic, type Topic } from './topic';

/** A client's standing wish for one topic. */
export interface Subscription {
  readonly topic: Topic;
  /** What the client has seen; absent: nothing, so a snapshot comes first. */
  readonly cursor?: Cursor;
  /** Which keys; absent: all. */
  readonly filter?: Filter;
  /**
   * The filter under which the client's state at `cursor` was built, when it is another than `filter`;
   * `null` stands for "all keys". The answer then adds what came into view and removes what left it.
   */
  readonly known?: Filter | null;
}

/**
 * Reads one subscription from parsed JSON.
 *
 * @throws FeedError with the code that tells what is wrong
 */
export function parseSubscription(value: unknown): Subscription {
  const { topic, cursor, filter, known, ...unknown } = jsonObject(value, notASubscription);
  if (Object.keys(unknown).length > 0) throw notASubscription();
  return {
    topic: parseTopic(topic),
    ...(cursor !== undefined && { cursor: parseCursor(cursor) }),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(known !== undefined && { known: parseKnown(known) }),
  };
}

const parseKnown = (value: unknown) => (value === null ? null : parseFilter(value));

/**
 * Reads a list of subscriptions, one a topic.
 *
 * @throws FeedError `filter_too_large` for too many topics, `bad_request` for a topic named twice
 */
export function parseSubscriptions(value: unknown): readonly Subscription[] {
  if (!Array.isArray(value)) throw new FeedError('bad_request', 'subscriptions are a list');
  return distinct(value, parseSubscription);
}

/** Writes a subscription as {@link parseSubscription} reads it (after JSON). */
export const subscriptionJson = ({ cursor, ...rest }: Subscription): Readonly<Record<string, unknown>> => ({
  ...rest,
  ...(cursor && { cursor: formatCursor(cursor) }),
});

/** Reads each of `values` with `parse` and makes sure that no topic comes twice and not too many come. */
export function distinct<T>(
  values: readonly T[],
  parse: (value: T) => Subscription,
): readonly Subscription[] {
  assertFew(values);
  const subscriptions = values.map(parse);
  if (new Set(subscriptions.map(({ topic }) => topic)).size < subscriptions.length)
    throw new FeedError('bad_request', 'a topic is named twice');
  return subscriptions;
}

/** @throws FeedError `filter_too_large` for more topics than one request may name */
export function assertFew(topics: readonly unknown[]): void {
  if (topics.length > limits.topics)
    throw new FeedError('filter_too_large', `at most ${limits.topics} topics a request`);
}

const notASubscription = () =>
  new FeedError(
    'bad_request',
    'a subscription has a topic and may have a cursor, a filter and a known filter',
  );
