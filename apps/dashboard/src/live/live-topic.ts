import { signal, type Signal, type WritableSignal } from '@angular/core';
import type { Held, KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';

/** A topic's keyed state as signals: as a whole, as the list of its keys, and key by key. */
export interface LiveTopic {
  /** What is held and what changed last; `undefined` before the first snapshot. Set at most once an animation frame. */
  readonly state: Signal<KeyedState | undefined>;
  /** Which keys there are; changes only when one comes or goes. */
  readonly keys: Signal<readonly Key[]>;
  /** What is held of one key; changes only when that key does. */
  row(key: Key): Signal<Held | undefined>;
}

/** A {@link LiveTopic} and the one function that writes it. */
export function liveTopic(): LiveTopic & { write(now: KeyedState): void } {
  const state = signal<KeyedState | undefined>(undefined);
  const keys = signal<readonly Key[]>([]);
  const rows = new Map<Key, WritableSignal<Held | undefined>>();
  let latest: KeyedState['state'] = new Map();

  const row = (key: Key) => {
    let one = rows.get(key);
    if (!one) rows.set(key, (one = signal(latest.get(key))));
    return one;
  };

  const write = (now: KeyedState) => {
    latest = now.state;
    for (const key of now.changed) rows.get(key)?.set(now.state.get(key));
    // After a snapshot of another source what was held before is not among `removed`.
    for (const key of now.replaced ? [...rows.keys()].filter((one) => !now.state.has(one)) : now.removed) {
      rows.get(key)?.set(undefined);
      rows.delete(key);
    }
    if (!sameKeys(keys(), now.state)) keys.set([...now.state.keys()]);
    state.set(now);
  };

  return { state: state.asReadonly(), keys: keys.asReadonly(), row, write };
}

const sameKeys = (keys: readonly Key[], state: KeyedState['state']) =>
  keys.length === state.size && keys.every((key) => state.has(key));
