import type { Topic, Update } from '@tickway/protocol';
import type { Commit } from './commit';

/**
 * Orders publications and carries them to every hub that watches: this process only (memory), or many
 * nodes over one store. It keeps no client and knows no filter; what a hub must remember it derives
 * from the commits.
 */
export interface Engine {
  /** Identity of the present order's life, 1 to 16 of `a-z0-9`; a commit with another one begins a new life. */
  readonly epoch: string;
  /** Orders one tick's updates of a topic; resolves when they are kept as this engine keeps things. */
  publish(topic: Topic, updates: readonly Update[]): Promise<void>;
  /**
   * Calls `onCommit` for every commit it still keeps, then for each new one, per topic in the order of
   * offsets without a hole. Returns the function that ends the watch.
   */
  watch(onCommit: (commit: Commit) => void): () => void;
  /** Ends all watches and gives resources back. */
  close(): Promise<void>;
}
