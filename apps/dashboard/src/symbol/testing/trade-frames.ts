import { parseKey, parseTopic, type Received, type Row } from '@tickway/protocol';
import type { ToldTrade } from '../trades/told-trade';

const topic = parseTopic('trades');

const rowOf = ({ revision, at, ...fields }: ToldTrade, key: string): Row => ({
  ...{ key: parseKey(key), fields: { ...fields }, revision, at, committedAt: at },
});

/** A snapshot of `trades` at an offset: the last trade of a symbol. */
export const tradesAt = (offset: number, trades: readonly ToldTrade[], key = 'ACME'): Received => ({
  type: 'snapshot',
  ...{ topic, cursor: { epoch: 'e', offset }, committedAt: 0, writtenAt: 0 },
  rows: trades.map((one) => rowOf(one, key)),
});

/** A delta of `trades` up to an offset. */
export const tradesUpTo = (offset: number, trades: readonly ToldTrade[], key = 'ACME'): Received => ({
  type: 'delta',
  ...{ topic, from: { epoch: 'e', offset: 0 }, cursor: { epoch: 'e', offset } },
  ...{ committedAt: 0, writtenAt: 0, removals: [] },
  rows: trades.map((one) => rowOf(one, key)),
});
