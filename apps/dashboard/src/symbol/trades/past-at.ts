import { addTrade, type BarSeries, type Interval } from '@tickway/market';
import type { Key, Received, Row } from '@tickway/protocol';
import type { PastWish } from './load-past';
import type { Past } from './past';
import type { Telling } from './telling';
import type { Told } from './told-trade';

/** What history tells of a moment of the past. */
export interface ToldMoment {
  /** Bars of only what happened before `since`. */
  readonly bars: BarSeries;
  /** A whole second, epoch ms, so long before the moment that everything of before was committed by then. */
  readonly since: number;
  /** Frames of the topic from before `since` up to the moment. */
  readonly frames: readonly Received[];
}

/** Of which symbol, and what its bars are made of. */
export type Which = Pick<PastWish, 'key' | 'telling'>;

/** The bars of a symbol as they stood at a moment of the past; `undefined` when nothing is told of it. */
export function pastAt(
  { bars, since, frames }: ToldMoment,
  { key, telling }: Which,
  interval: Interval,
): Past | undefined {
  const told = frames.filter(tellsRows);
  const last = told.at(-1);
  if (!last) return undefined;
  const add = addTrade(interval);
  // A snapshot tells again what was counted when it happened.
  const fresh = told
    .filter(({ type }) => type === 'delta')
    .flatMap(({ rows }) => toldIn(rows, key, telling))
    .filter(({ at }) => at >= since);
  const { epoch } = last.cursor;
  const revisions = told
    .filter(({ cursor }) => cursor.epoch === epoch)
    .flatMap(({ rows }) => rowsOf(rows, key));
  return {
    epoch,
    upTo: revisions.at(-1)?.revision ?? 0,
    bars: fresh.reduce((series, trade) => add(series, trade, trade.at), bars),
  };
}

/** What frames tell of a symbol in one epoch, in order. */
export const toldOf = (
  frames: readonly Received[],
  { key, telling }: Which,
  epoch: string,
): readonly Told[] =>
  frames
    .filter(tellsRows)
    .filter(({ cursor }) => cursor.epoch === epoch)
    .flatMap(({ rows }) => toldIn(rows, key, telling));

const rowsOf = (rows: readonly Row[], key: Key) => rows.filter((row) => row.key === key);

const toldIn = (rows: readonly Row[], key: Key, { read }: Telling) =>
  rowsOf(rows, key).flatMap((row) => read(row) ?? []);

const tellsRows = (frame: Received) => frame.type === 'snapshot' || frame.type === 'delta';
