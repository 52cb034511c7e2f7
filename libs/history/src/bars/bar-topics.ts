import { INDEX_SECTOR } from '@tickway/market';
import type { Key, Topic } from '@tickway/protocol';
import type { KeyedRows } from '../keyed-rows';
import type { TopicFrame } from '../recorded';
import { tradesOf, type KeyedTrade } from './keyed-trade';

/** The topics of which bars are made. */
export interface BarTopics {
  /** Its rows are trades. */
  readonly trades: Topic;
  /** Its rows are quotes: an index is quoted and never traded, so its bars are made of its last value. */
  readonly quotes: Topic;
}

/** What a frame tells that bars are made of; `state` is its topic's after it. */
export function executionsOf(
  frame: TopicFrame,
  state: KeyedRows,
  { trades, quotes }: BarTopics,
): readonly KeyedTrade[] {
  if (frame.topic === trades) return tradesOf(frame);
  return frame.topic === quotes ? levelsOf(frame, state) : [];
}

/** The topic of which a key's bars are made; `quoted`: what is known of quotes. */
export const barTopicOf = (key: Key, quoted: KeyedRows | undefined, { trades, quotes }: BarTopics): Topic =>
  quoted?.fieldOf(key, 'sector') === INDEX_SECTOR ? quotes : trades;

/** The values of indexes that a frame tells, each an execution of no shares. */
const levelsOf = (frame: TopicFrame, state: KeyedRows): readonly KeyedTrade[] =>
  frame.type === 'delta'
    ? frame.rows.flatMap(({ key, at, fields: { last } }) =>
        typeof last === 'number' && state.fieldOf(key, 'sector') === INDEX_SECTOR
          ? [{ key, at, price: last, size: 0 }]
          : [],
      )
    : [];
