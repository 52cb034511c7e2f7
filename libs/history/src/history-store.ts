import type { EncodedFrame } from '@tickway/hub';
import type { Bar, Interval } from '@tickway/market';
import type { Cursor, Key, Topic } from '@tickway/protocol';
import type { HistoryStatus } from './history-status';

/**
 * Keeps what a viewer without filters would have seen, and tells it again. It is fed frames, not
 * commits: a recorder is one more session of the hub, so a slow disk costs a cursor and never a queue.
 * It has no clean-up and no settings here: retention is each store's own, from its first moment.
 */
export interface HistoryStore {
  /** How it is doing, at this moment. */
  readonly status: HistoryStatus;
  /**
   * Keeps frames of any topics, each topic's in order. Resolves when they are safe as this store keeps
   * things: whoever holds too many unresolved waits. Never rejects; a store that is off just takes longer.
   */
  append(frames: readonly EncodedFrame[]): Promise<void>;
  /** Tells a stretch of time again. @throws FeedError when the store cannot read */
  read(stretch: Stretch): Promise<Page>;
  /** Bars of a symbol, up to and with every trade appended before the call. @throws FeedError when the store cannot read */
  bars(wish: BarsWish): Promise<BarSeries>;
  /**
   * Deletes all that was recorded of a key of a topic, on disk too, so that no answer tells of it again. What is told of
   * it later is recorded anew: end the key first. @throws FeedError when it could not be done; then it must be asked again
   */
  forgetKey(topic: Topic, key: Key): Promise<void>;
  /** Keeps what was appended, then gives resources back. */
  close(): Promise<void>;
}

/** One topic of a stretch. */
export interface TopicWish {
  readonly topic: Topic;
  /** Only these keys; absent: all. */
  readonly keys?: readonly Key[] | undefined;
}

/** The time told by a page, both ends epoch ms of commit and inclusive. */
export interface Stretch {
  readonly topics: readonly TopicWish[];
  /** `at`: begin with the state at that time. `after`: follow a page, whose receiver holds the state. */
  readonly begin: { readonly at: number } | { readonly after: number };
  readonly to: number;
  /** Rows after which a page ends; it never splits a millisecond, so it may hold a few more. */
  readonly most: number;
}

/** Part of a stretch, as frames of PROTOCOL.md: all topics in the order of their commits. */
export interface Page {
  /** JSON, each written at the time of its record: a state at the beginning of the stretch, a restart's when it was. */
  readonly frames: readonly string[];
  /** Where the stretch goes on: `after` this time. Undefined: it is told to its end. */
  readonly next: number | undefined;
  /** Where the receiver is then: with these it can go on live. Absent for a topic of which nothing was told. */
  readonly cursors: Readonly<Record<string, Cursor>>;
}

/** Which bars. */
export interface BarsWish {
  readonly key: Key;
  readonly interval: Interval;
  /** Bars that begin in [from, to], epoch ms. */
  readonly from: number;
  readonly to: number;
  /** The newest so many of them. */
  readonly most: number;
  /** Only of what was traded before this time, epoch ms, a whole second; absent: of all. */
  readonly before?: number | undefined;
}

/** Bars, oldest first, without those in which nothing was traded. Those of an index are of its values, and have no volume. */
export interface BarSeries {
  readonly bars: readonly Bar[];
  /**
   * They hold every recorded trade (of an index: quote) up to here and none beyond: a subscription from here continues
   * them. Undefined: none is known.
   */
  readonly cursor: Cursor | undefined;
  /** The symbol's revision at the cursor: how many trades (of an index: quotes) it has had in that epoch. The next to come is one more. */
  readonly revision: number;
}
