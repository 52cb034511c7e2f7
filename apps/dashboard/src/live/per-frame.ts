import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import {
  animationFrameScheduler,
  auditTime,
  defer,
  map,
  tap,
  type MonoTypeOperatorFunction,
  type SchedulerLike,
} from 'rxjs';

/**
 * Gathers what happened between two animation frames into one emission. What waits is bounded by the number of keys,
 * so a page in the background, which gets no animation frames, gathers for hours at no cost.
 */
export const perFrame =
  (scheduler: SchedulerLike = animationFrameScheduler): MonoTypeOperatorFunction<KeyedState> =>
  (source) =>
    defer(() => {
      let gathered = gathering();
      return source.pipe(
        tap((one) => gathered.add(one)),
        auditTime(0, scheduler),
        map(({ state }) => {
          const { changed, removed, replaced } = gathered;
          gathered = gathering();
          return { state, changed: [...changed], removed: [...removed], replaced: replaced() };
        }),
      );
    });

function gathering() {
  const changed = new Set<Key>();
  const removed = new Set<Key>();
  let replaced = false;
  return {
    changed,
    removed,
    replaced: () => replaced,
    add(one: KeyedState) {
      replaced ||= one.replaced;
      for (const key of one.removed) move(key, changed, removed);
      for (const key of one.changed) move(key, removed, changed);
    },
  };
}

function move(key: Key, from: Set<Key>, to: Set<Key>): void {
  from.delete(key);
  to.add(key);
}
