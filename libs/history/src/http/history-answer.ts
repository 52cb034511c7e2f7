import { encodeFrame, FeedError, formatCursor, stamp, type Topic } from '@tickway/protocol';
import type { Clock } from '@tickway/hub';
import type { BarsWish, HistoryStore } from '../history-store';
import { parseBarsWish, parseClosesWish, parseStretch } from './history-request';

/** An HTTP answer of status 200, for whatever server writes it. Failures are thrown as FeedErrors. */
export interface HistoryAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What answers are made of. */
export interface HistoryAnswerOptions {
  readonly store: HistoryStore;
  readonly topics: readonly Topic[];
  readonly clock: Clock;
}

/** Answers below `/history`: the rest of the path, and the query. @throws FeedError */
export type AnswerHistory = (path: string, query: URLSearchParams) => Promise<HistoryAnswer>;

/**
 * Answers `GET /history` (how it is doing), `/history/frames` (a page of a stretch: newline-delimited frames
 * of PROTOCOL.md; a `Link` header names the next page, its absence says that the stretch is told),
 * `/history/bars` of one key, and `/history/closes` of many.
 */
export function answerHistory(options: HistoryAnswerOptions): AnswerHistory {
  const { store } = options;
  return async (path, query) => {
    switch (path) {
      case '':
        return json(store.status);
      case '/frames':
        return framesAnswer(options, query);
      case '/bars':
        return barsAnswer(store, query);
      case '/closes':
        return closesAnswer(store, query);
      default:
        throw new FeedError('not_found');
    }
  };
}

async function framesAnswer(
  { store, topics, clock }: HistoryAnswerOptions,
  query: URLSearchParams,
): Promise<HistoryAnswer> {
  const stretch = parseStretch(query);
  if (stretch.topics.some(({ topic }) => !topics.includes(topic))) throw new FeedError('unknown_topic');
  const { frames, next, cursors } = await store.read(stretch);
  // The last line moves the cursors over what a filter left out: with these a reader goes on live.
  const lines = [...frames, encodeFrame({ type: 'heartbeat', cursors }) + stamp(clock.now())];
  return {
    headers: {
      'content-type': 'application/x-ndjson',
      ...noStore,
      ...(next !== undefined && { link: linkTo(query, next) }),
    },
    body: lines.map((line) => `${line}\n`).join(''),
  };
}

async function barsAnswer(store: HistoryStore, query: URLSearchParams): Promise<HistoryAnswer> {
  const { bars, cursor, revision } = await store.bars(parseBarsWish(query));
  return json({ bars, cursor: cursor ? formatCursor(cursor) : null, revision });
}

/** What small charts need: when each bar begins and where it closes. */
async function closesAnswer(store: HistoryStore, query: URLSearchParams): Promise<HistoryAnswer> {
  const closesOf = async (wish: BarsWish) => {
    const { bars } = await store.bars(wish);
    return [wish.key, bars.map(({ start, close }) => [start, close])] as const;
  };
  const closes = await Promise.all(parseClosesWish(query).map(closesOf));
  return json({ closes: Object.fromEntries(closes) });
}

/** RFC 8288: the same stretch, after what this page told. */
function linkTo(query: URLSearchParams, next: number): string {
  const following = new URLSearchParams(query);
  following.delete('from');
  following.set('after', String(next));
  return `</history/frames?${following.toString()}>; rel="next"`;
}

const noStore = { 'cache-control': 'no-store' };

const json = (value: unknown): HistoryAnswer => ({
  headers: { 'content-type': 'application/json', ...noStore },
  body: JSON.stringify(value),
});
