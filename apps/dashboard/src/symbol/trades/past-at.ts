import { addTrade, type BarSeries, type Interval } from '@tickway/market';
import type { Key, Received, Row } from '@tickway/protocol';
import type { Past } from './past';
import { toldTrade, type ToldTrade } from './told-trade';

/** What history tells of a moment of the past. */
export interface ToldMoment {
  /** Bars of only what was traded before `since`. */
  readonly bars: BarSeries;
  /** A whole second, epoch ms, so long before the moment that every trade of before was committed by then. */
  readonly since: number;
  /** Frames of `trades` from before `since` up to the moment. */
  readonly frames: readonly Received[];
}

/** The bars of a symbol as they stood at a moment of the past; `undefined` when nothing is told of it. */
export function pastAt({ bars, since, frames }: ToldMoment, key: Key, interval: Interval): Past | undefined {
  const told = frames.filter(tellsRows);
  const last = told.at(-1);
  if (!last) return undefined;
  const add = addTrade(interval);
  // A snapshot tells trades again that were counted when they happened.
  const fresh = told
    .filter(({ type }) => type === 'delta')
    .flatMap(({ rows }) => tradesOf(rows, key))
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

/** The trades of a symbol that frames tell of one epoch, in order. */
export const toldTrades = (frames: readonly Received[], key: Key, epoch: string): readonly ToldTrade[] =>
  frames
    .filter(tellsRows)
    .filter(({ cursor }) => cursor.epoch === epoch)
    .flatMap(({ rows }) => tradesOf(rows, key));

const rowsOf = (rows: readonly Row[], key: Key) => rows.filter((row) => row.key === key);

const tradesOf = (rows: readonly Row[], key: Key) => rowsOf(rows, key).flatMap((row) => toldTrade(row) ?? []);

const tellsRows = (frame: Received) => frame.type === 'snapshot' || frame.type === 'delta';
