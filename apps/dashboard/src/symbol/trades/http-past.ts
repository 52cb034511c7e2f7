import type { Interval } from '@tickway/market';
import { decodeFrame, type Received } from '@tickway/protocol';
import type { LoadPast, PastWish, SymbolPast } from './load-past';
import type { Past } from './past';
import { pastAt, toldOf } from './past-at';
import { parseToldBars, type ToldBars } from './told-bars';

/** What of an HTTP answer is read here. */
export interface Answer extends Pick<Response, 'ok' | 'status' | 'text' | 'json'> {
  readonly headers: Pick<Headers, 'get'>;
}

/** Asks an address: `fetch`, or in a spec an own server. */
export type Ask = (url: string, options: { readonly signal: AbortSignal }) => Promise<Answer>;

/** Bars of a chart; days are fewer. */
const [MOST_BARS, MOST_DAYS] = [600, 400];
/** All is told from so long ago on, for the list of trades, ms. */
const TOLD_MS = 60_000;
/** Later than this after it happened nothing is committed, ms. */
const LATEST_MS = 5_000;

/** History asked over HTTP. */
export const httpPast =
  (ask: Ask): LoadPast =>
  (wish) =>
    wish.at === undefined ? presentPast(ask, wish) : momentPast(ask, wish, Math.floor(wish.at));

/** Bars that say with what they end; what was told before is asked for afterwards, so that it reaches as far. */
async function presentPast(ask: Ask, wish: PastWish): Promise<SymbolPast | 'behind'> {
  const [chart, day] = await Promise.all([
    barsOf(ask, wish, { interval: wish.interval }),
    barsOf(ask, wish, { interval: '1d' }),
  ]);
  const [chartPast, dayPast] = [pastOf(chart), pastOf(day)];
  if (!chartPast || !dayPast) return 'behind';
  const frames = await framesOf(ask, wish, { from: wish.now - TOLD_MS });
  return { chart: chartPast, day: dayPast, told: toldOf(frames, wish, chartPast.epoch) };
}

/** Bars up to a little before the moment, and what was told from there. */
async function momentPast(ask: Ask, wish: PastWish, at: number): Promise<SymbolPast | 'behind'> {
  const since = Math.floor((at - LATEST_MS) / 1_000) * 1_000;
  const [chart, day, frames] = await Promise.all([
    barsOf(ask, wish, { interval: wish.interval, before: since }),
    barsOf(ask, wish, { interval: '1d', before: since }),
    framesOf(ask, wish, { from: at - TOLD_MS, to: at }),
  ]);
  const chartPast = pastAt({ ...chart, since, frames }, wish, wish.interval);
  const dayPast = pastAt({ ...day, since, frames }, wish, '1d');
  return chartPast && dayPast
    ? { chart: chartPast, day: dayPast, told: toldOf(frames, wish, chartPast.epoch) }
    : 'behind';
}

const pastOf = ({ bars, cursor, revision }: ToldBars): Past | undefined =>
  cursor && { epoch: cursor.epoch, upTo: revision, bars };

interface WhichBars {
  readonly interval: Interval;
  readonly before?: number;
}

async function barsOf(
  ask: Ask,
  { key, signal }: PastWish,
  { interval, before }: WhichBars,
): Promise<ToldBars> {
  const most = interval === '1d' ? MOST_DAYS : MOST_BARS;
  const query = new URLSearchParams({ key, interval, most: String(most) });
  if (before !== undefined) query.set('before', String(before));
  const answer = await asked(await ask(`/history/bars?${query.toString()}`, { signal }));
  return parseToldBars(await answer.json());
}

interface WhichFrames {
  readonly from: number;
  readonly to?: number;
}

async function framesOf(
  ask: Ask,
  { key, telling: { topic }, signal }: PastWish,
  { from, to }: WhichFrames,
): Promise<readonly Received[]> {
  const begin = String(Math.max(0, Math.floor(from)));
  const query = new URLSearchParams({ topic, [`${topic}.keys`]: key, from: begin });
  if (to !== undefined) query.set('to', String(to));
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
