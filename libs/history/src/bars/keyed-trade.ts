import { tradeOf, type Execution } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import type { TopicFrame } from '../recorded';

/** What of a trade its bars need to know. */
export interface KeyedTrade extends Execution {
  readonly key: Key;
  /** Epoch ms, source clock. */
  readonly at: number;
}

/**
 * The trades that a frame of a topic of trades tells. A snapshot tells the last ones again, which were
 * counted when they happened.
 */
export const tradesOf = (frame: TopicFrame): readonly KeyedTrade[] =>
  frame.type === 'delta'
    ? frame.rows.flatMap(({ key, fields, at }) => {
        const trade = tradeOf(fields);
        return trade ? [{ key, at, price: trade.price, size: trade.size }] : [];
      })
    : [];
