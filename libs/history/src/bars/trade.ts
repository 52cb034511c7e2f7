import type { Key, Row } from '@tickway/protocol';
import type { TopicFrame } from '../recorded';

/** One execution. */
export interface Trade {
  readonly key: Key;
  /** Dollars. */
  readonly price: number;
  /** Shares. */
  readonly size: number;
  /** Epoch ms, source clock. */
  readonly at: number;
}

/**
 * The trades that a frame of a topic of trades tells. A snapshot tells the last ones again, which were
 * counted when they happened.
 */
export const tradesOf = (frame: TopicFrame): readonly Trade[] =>
  frame.type === 'delta' ? frame.rows.flatMap((row) => tradeOf(row) ?? []) : [];

/** The trade that a row tells; undefined when it tells none. */
function tradeOf({ key, fields: { price, size }, at }: Row): Trade | undefined {
  return typeof price === 'number' && typeof size === 'number' ? { key, price, size, at } : undefined;
}
