import type { Topic, Update } from '@tickway/protocol';

/** The updates of one tick of one topic, ordered: `updates[i]` has the offset `from + i`. */
export interface Commit {
  readonly topic: Topic;
  readonly epoch: string;
  /** Offset of the first update, from 1. */
  readonly from: number;
  readonly updates: readonly Update[];
  /** When the engine ordered it, epoch ms. */
  readonly committedAt: number;
}
