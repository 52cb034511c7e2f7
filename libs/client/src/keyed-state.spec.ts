import { parseKey, type Received } from '@tickway/protocol';
import { NEVER, of, Subject, throwError } from 'rxjs';
import { keyedState, type KeyedState } from './keyed-state';
import { delta, heartbeat, positions, quotes, row, snapshot } from './testing/frames';

function follow() {
  const frames = new Subject<Received>();
  const emitted: KeyedState[] = [];
  const subscription = frames.pipe(keyedState(quotes)).subscribe((state) => emitted.push(state));
  const send = (frame: Received) => {
    frames.next(frame);
    const last = emitted.at(-1);
    return {
      ...last,
      state: Object.fromEntries([...(last?.state ?? [])].map(([key, held]) => [key, held.fields])),
    };
  };
  return { send, emitted, frames, subscription };
}

describe('keyedState', () => {
  it('replaces everything by a snapshot and says what is no more', () => {
    const { send } = follow();
    send(snapshot('e:2', [row('A', 1), row('B', 1)]));
    expect(send(snapshot('e:5', [row('B', 3, { x: 1 }), row('C', 1)]))).toEqual({
      state: { B: { x: 1 }, C: { n: 1 } },
      changed: ['B', 'C'],
      removed: ['A'],
      replaced: true,
    });
  });

  it('merges the changed fields of a delta and counts the updates that were merged on the way', () => {
    const { send, emitted } = follow();
    send(snapshot('e:2', [row('A', 1, { x: 1, y: 1 })]));
    expect(send(delta('e:2→e:6', [row('A', 5, { y: 2 })]))).toMatchObject({
      state: { A: { x: 1, y: 2 } },
      changed: ['A'],
      replaced: false,
    });
    expect(emitted.at(-1)?.state.get(parseKey('A'))).toMatchObject({ revision: 5, merged: 3 });
  });

  it('deletes removed keys, and names only those that were held', () => {
    const { send } = follow();
    send(snapshot('e:2', [row('A', 1)]));
    expect(send(delta('e:2→e:4', [], { removals: ['A', 'Z'].map(parseKey) }))).toMatchObject({
      state: {},
      removed: ['A'],
    });
  });

  it('lets a key begin again that ends in the same frame', () => {
    const { send } = follow();
    send(snapshot('e:2', [row('A', 1, { old: 1 })]));
    expect(send(delta('e:2→e:4', [row('A', 2, { fresh: 1 })], { removals: [parseKey('A')] }))).toMatchObject({
      state: { A: { fresh: 1 } },
      changed: ['A'],
      removed: [],
    });
  });

  it('names a key once that has many rows in a frame', () => {
    const { send } = follow();
    expect(send(delta('e:0→e:2', [row('A', 1), row('A', 2)])).changed).toEqual(['A']);
  });

  it('hears only its own topic', () => {
    const { send, emitted } = follow();
    send(snapshot('e:2', [row('A', 1)], positions));
    send(heartbeat({ quotes: 'e:2' }));
    expect(emitted).toEqual([]);
  });

  it('alters one map in place', () => {
    const { send, emitted } = follow();
    send(snapshot('e:2', [row('A', 1)]));
    send(delta('e:2→e:3', [row('B', 1)]));
    expect(emitted[0]?.state).toBe(emitted[1]?.state);
  });

  it('completes and fails with its source, and lets go of it', () => {
    const end = jest.fn();
    of(heartbeat()).pipe(keyedState(quotes)).subscribe({ complete: end });
    expect(end).toHaveBeenCalledTimes(1);
    throwError(() => 'x')
      .pipe(keyedState(quotes))
      .subscribe({ error: end });
    expect(end).toHaveBeenLastCalledWith('x');
    NEVER.pipe(keyedState(quotes)).subscribe().unsubscribe();
    const { frames, subscription } = follow();
    subscription.unsubscribe();
    expect(frames.observed).toBe(false);
  });

  it('begins empty for each subscriber', () => {
    const frames = of(delta('e:0→e:1', [row('A', 1)])).pipe(keyedState(quotes));
    const sizes: number[] = [];
    frames.subscribe(({ state }) => sizes.push(state.size));
    frames.subscribe(({ state }) => sizes.push(state.size));
    expect(sizes).toEqual([1, 1]);
  });
});
