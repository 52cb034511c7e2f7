import type { Topic, Update } from '@tickway/protocol';
import type { Clock } from './clock';
import type { Commit } from './commit';
import type { Engine } from './engine';

/** What a memory engine is made of. */
export interface MemoryEngineOptions {
  readonly clock: Clock;
  /** A new one for each start, for the offsets begin again: 1 to 16 of `a-z0-9`. */
  readonly epoch: string;
}

/** The engine of one process: offsets are counted here, commits go straight to the watchers, nothing is kept. */
export function memoryEngine({ clock, epoch }: MemoryEngineOptions): Engine {
  const lastOffsets = new Map<Topic, number>();
  const watchers = new Set<(commit: Commit) => void>();

  const order = (topic: Topic, updates: readonly Update[]): Commit => {
    const last = lastOffsets.get(topic) ?? 0;
    lastOffsets.set(topic, last + updates.length);
    return { topic, epoch, from: last + 1, updates, committedAt: clock.now() };
  };

  return {
    epoch,
    publish(topic, updates) {
      if (updates.length > 0) {
        const commit = order(topic, updates);
        for (const onCommit of watchers) onCommit(commit);
      }
      return Promise.resolve();
    },
    watch(onCommit) {
      watchers.add(onCommit);
      return () => watchers.delete(onCommit);
    },
    close() {
      watchers.clear();
      return Promise.resolve();
    },
  };
}
