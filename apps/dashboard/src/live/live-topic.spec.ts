import { effect, Injector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Held } from '@tickway/client';
import { parseKey, type Key } from '@tickway/protocol';
import { liveTopic } from './live-topic';

const [a, b] = [parseKey('a'), parseKey('b')];
const held = (last: number): Held => ({ fields: { last }, revision: 1, at: 0, committedAt: 0, merged: 0 });

/** A topic over one map altered in place, as the SDK keeps it. */
function topic() {
  const state = new Map<Key, Held>();
  const live = liveTopic();
  const write = (changes: Record<string, Held>, removed: readonly Key[] = []) => {
    for (const [key, one] of Object.entries(changes)) state.set(parseKey(key), one);
    for (const key of removed) state.delete(key);
    live.write({ state, changed: Object.keys(changes).map(parseKey), removed, replaced: false });
  };
  return { live, write };
}

describe('live topic', () => {
  it('tells only the key that changed', () => {
    const { live, write } = topic();
    write({ a: held(1), b: held(2) });
    const seen: unknown[] = [];
    runInInjectionContext(TestBed.inject(Injector), () =>
      effect(() => void seen.push(live.row(a)()?.fields.last)),
    );
    TestBed.tick();
    write({ b: held(3) });
    TestBed.tick();
    write({ a: held(4) });
    TestBed.tick();
    expect(seen).toEqual([1, 4]);
  });

  it('keeps the list of keys as it is until one comes or goes', () => {
    const { live, write } = topic();
    write({ a: held(1), b: held(2) });
    const before = live.keys();
    write({ a: held(3) });
    expect(live.keys()).toBe(before);
    write({}, [b]);
    expect(live.keys()).toEqual([a]);
  });

  it('ends the row of a key that is removed, and begins anew when it comes back', () => {
    const { live, write } = topic();
    write({ a: held(1) });
    const row = live.row(a);
    write({}, [a]);
    expect(row()).toBeUndefined();
    write({ a: held(2) });
    expect(live.row(a)()?.fields).toEqual({ last: 2 });
  });

  it('knows nothing before the first frame', () => {
    const { live } = topic();
    expect([live.state(), live.keys(), live.row(a)()]).toEqual([undefined, [], undefined]);
  });
});
