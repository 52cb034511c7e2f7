import { formatCursor, parseCursor } from './cursor';
import { FeedError } from './feed-error';
import { cellsFilter, keysFilter, type Filter } from './filter';
import { assertFew, distinct, type Subscription } from './subscription';
import { parseTopic, type Topic } from './topic';
import { appendLimits, type ViewerLimits } from './viewer-limits';
import { appendForm, plainForm, type WireForm } from './wire-form';

/**
 * Reads the subscriptions of a request's query: `topic=quotes`, and for each topic, all optional,
 * `quotes.cursor=k3f:12`, `quotes.keys=ACME,BOLT` or `quotes.cells=0320,0321`, and
 * `quotes.known.keys=…`, `quotes.known.cells=…` or `quotes.known=all`. Parameters in `others` belong to the transport.
 *
 * @throws FeedError with the code that tells what is wrong; an unknown parameter is refused
 */
export function parseQuery(query: URLSearchParams, others: readonly string[] = []): readonly Subscription[] {
  const named = query.getAll('topic');
  if (named.length === 0) throw new FeedError('bad_request', 'name at least one topic: ?topic=quotes');
  // Before each of them is looked at: what follows costs the product of topics and parameters.
  assertFew(named);
  const topics = named.map(parseTopic);
  refuseUnknown(query, new Set(['topic', ...others, ...topics.flatMap(parameters)]));
  return distinct(topics, (topic) => subscription(topic, query));
}

/** Writes subscriptions as {@link parseQuery} reads them, limits and form as `parseLimitsQuery` and `parseFormQuery` do. */
export function formatQuery(
  subscriptions: readonly Subscription[],
  limits: ViewerLimits = {},
  form: WireForm = plainForm,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const { topic, cursor, filter, known } of subscriptions) {
    query.append('topic', topic);
    if (cursor) query.append(`${topic}.cursor`, formatCursor(cursor));
    if (filter) query.append(...filterParameter(topic, filter));
    if (known) query.append(...filterParameter(`${topic}.known`, known));
    if (known === null) query.append(`${topic}.known`, 'all');
  }
  appendLimits(query, limits);
  appendForm(query, form);
  return query;
}

/**
 * Reads the value of `Last-Event-ID`: `quotes@k3f:12,positions@k3f:9` (the `id` of our Server-Sent
 * Events), and sets the cursors of `subscriptions` from it.
 *
 * @throws FeedError `bad_cursor`
 */
export function resumeFrom(
  lastEventId: string,
  subscriptions: readonly Subscription[],
): readonly Subscription[] {
  const cursors = new Map(
    lastEventId.split(',').map((part) => {
      const [topic, cursor] = part.split('@');
      return [topic, parseCursor(cursor)];
    }),
  );
  return subscriptions.map((wish) => {
    const cursor = cursors.get(wish.topic);
    return cursor ? { ...wish, cursor } : wish;
  });
}

const suffixes = ['cursor', 'keys', 'cells', 'known', 'known.keys', 'known.cells'];
const parameters = (topic: Topic) => suffixes.map((suffix) => `${topic}.${suffix}`);

function subscription(topic: Topic, query: URLSearchParams): Subscription {
  const cursor = query.get(`${topic}.cursor`);
  const filter = filterOf(topic, query);
  const known = query.get(`${topic}.known`) === 'all' ? null : filterOf(`${topic}.known`, query);
  return {
    topic,
    ...(cursor !== null && { cursor: parseCursor(cursor) }),
    ...(filter !== undefined && { filter }),
    ...(known !== undefined && { known }),
  };
}

function filterOf(prefix: string, query: URLSearchParams): Filter | undefined {
  const keys = query.get(`${prefix}.keys`);
  const cells = query.get(`${prefix}.cells`);
  if (keys !== null && cells !== null)
    throw new FeedError('bad_request', 'a filter is keys or cells, not both');
  if (keys !== null) return keysFilter(list(keys));
  return cells === null ? undefined : cellsFilter(list(cells));
}

const list = (text: string) => (text === '' ? [] : text.split(','));

const filterParameter = (prefix: string, filter: Filter): [string, string] =>
  'keys' in filter ? [`${prefix}.keys`, filter.keys.join()] : [`${prefix}.cells`, filter.cells.join()];

function refuseUnknown(query: URLSearchParams, known: ReadonlySet<string>): void {
  for (const name of query.keys())
    if (!known.has(name)) throw new FeedError('bad_request', 'a parameter that this address does not know');
  for (const name of known)
    if (name !== 'topic' && query.getAll(name).length > 1)
      throw new FeedError('bad_request', 'a parameter comes twice');
}
