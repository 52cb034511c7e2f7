import type { Bar, BarSeries, Interval } from '@tickway/market';
import {
  decodeFrame,
  parseCursor,
  parseTopic,
  type Cursor,
  type Key,
  type Received,
} from '@tickway/protocol';
import type { LoadPast, PastWish } from './load-past';
import type { Past } from './past';
import { revisionAt } from './revision-at';
import { toldTrade, type ToldTrade } from './told-trade';

const TRADES = parseTopic('trades');
/** What of an HTTP answer is read here. */
export interface Answer extends Pick<Response, 'ok' | 'status' | 'text' | 'json'> {
  readonly headers: Pick<Headers, 'get'>;
}

/** Asks an address: `fetch`, or in a spec an own server. */
export type Ask = (url: string, options: { readonly signal: AbortSignal }) => Promise<Answer>;

/** Bars of a chart. */
const MOST_BARS = 600;
/** Trades are told from so long ago on, ms: what is needed is the last second, the rest fills the list of trades. */
const TOLD_MS = 60_000;

/**
 * History asked over HTTP. Bars say up to which cursor of the topic they hold all trades; which trade of the symbol that
 * was is told by the trades around it, asked for afterwards, so that they reach beyond.
 */
export const httpPast =
  (ask: Ask): LoadPast =>
  async (wish) => {
    const [chart, day] = await Promise.all([barsOf(ask, wish, wish.interval), barsOf(ask, wish, '1d')]);
    if (!chart || !day) return 'behind';
    const frames = await framesOf(ask, wish);
    const [chartPast, dayPast] = [chart, day].map((told) => pastOf(told, frames, wish.key));
    return chartPast && dayPast
      ? { chart: chartPast, day: dayPast, trades: tradesIn(frames, wish.key, chartPast.epoch) }
      : 'behind';
  };

interface ToldBars {
  readonly bars: BarSeries;
  readonly cursor: Cursor;
}

function pastOf({ bars, cursor }: ToldBars, frames: readonly Received[], key: Key): Past | undefined {
  const upTo = revisionAt(frames, key, cursor);
  return upTo === undefined ? undefined : { epoch: cursor.epoch, upTo, bars };
}

const tradesIn = (frames: readonly Received[], key: Key, epoch: string): readonly ToldTrade[] =>
  frames.flatMap((frame) =>
    (frame.type === 'snapshot' || frame.type === 'delta') && frame.cursor.epoch === epoch
      ? frame.rows.filter((row) => row.key === key).flatMap((row) => toldTrade(row) ?? [])
      : [],
  );

async function barsOf(
  ask: Ask,
  { key, signal }: PastWish,
  interval: Interval,
): Promise<ToldBars | undefined> {
  const most = interval === '1d' ? 400 : MOST_BARS;
  const query = new URLSearchParams({ key, interval, most: String(most) });
  const answer = await asked(await ask(`/history/bars?${query.toString()}`, { signal }));
  const told: unknown = await answer.json();
  if (!isTold(told)) throw new Error('history answers with something else than bars');
  return told.cursor === null ? undefined : { bars: told.bars, cursor: parseCursor(told.cursor) };
}

async function framesOf(ask: Ask, { key, now, signal }: PastWish): Promise<readonly Received[]> {
  const from = Math.max(0, Math.floor(now - TOLD_MS));
  const query = new URLSearchParams({ topic: TRADES, [`${TRADES}.keys`]: key, from: String(from) });
  const answer = await asked(await ask(`/history/frames?${query.toString()}`, { signal }));
  return (await answer.text())
    .split('\n')
    .filter((line) => line !== '')
    .map(decodeFrame);
}

/** @throws Error in the server's words, unless the answer is history's */
async function asked(answer: Answer): Promise<Answer> {
  const page = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (answer.ok && !page) return answer;
  const [, message] = /"message":"([^"]*)"/.exec(page ? '' : await answer.text()) ?? [];
  throw new Error(message ?? `HTTP ${answer.status}`);
}

const members: readonly (keyof Bar)[] = [
  'start',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'value',
  'trades',
];

const isBar = (value: unknown): value is Bar =>
  typeof value === 'object' &&
  value !== null &&
  members.every((name) => name in value && Number.isFinite(Reflect.get(value, name)));

const isTold = (value: unknown): value is { readonly bars: readonly Bar[]; readonly cursor: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'cursor' in value &&
  'bars' in value &&
  Array.isArray(value.bars) &&
  value.bars.every(isBar);
