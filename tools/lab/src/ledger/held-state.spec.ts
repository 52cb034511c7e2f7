import {
  decodeFrame,
  encodeFrame,
  parseCursor,
  parseKey,
  parseTopic,
  stamp,
  type Fields,
} from '@tickway/protocol';
import { HeldState } from './held-state';

const [topic, cursor] = [parseTopic('lab'), parseCursor('e:1')];

const rows = (held: Readonly<Record<string, Fields>>) =>
  Object.entries(held).map(([key, fields]) => ({
    key: parseKey(key),
    fields,
    revision: 1,
    committedAt: 0,
    at: 0,
  }));

const snapshot = (held: Readonly<Record<string, Fields>>) =>
  decodeFrame(encodeFrame({ type: 'snapshot', topic, cursor, rows: rows(held), committedAt: 0 }) + stamp(0));

const delta = (held: Readonly<Record<string, Fields>>, removals: readonly string[] = []) => {
  const gone = removals.map(parseKey);
  const frame = {
    type: 'delta',
    topic,
    from: cursor,
    cursor,
    rows: rows(held),
    removals: gone,
    committedAt: 0,
  } as const;
  return decodeFrame(encodeFrame(frame) + stamp(0));
};

describe('what a viewer holds', () => {
  it('is the snapshot with each delta merged field by field', () => {
    const state = new HeldState();
    state.apply(snapshot({ A: { bid: 1, ask: 2 } }));
    state.apply(delta({ A: { ask: 3 }, B: { bid: 9 } }));
    expect(Object.fromEntries(state.entries())).toEqual({ A: { bid: 1, ask: 3 }, B: { bid: 9 } });
  });

  it('loses what is removed, before the rows of the same frame', () => {
    const state = new HeldState();
    state.apply(snapshot({ A: { bid: 1, ask: 2 }, B: { bid: 5 } }));
    state.apply(delta({ A: { bid: 7 } }, ['A', 'B']));
    expect(Object.fromEntries(state.entries())).toEqual({ A: { bid: 7 } });
  });

  it('begins anew with a snapshot', () => {
    const state = new HeldState();
    state.apply(snapshot({ A: { bid: 1 }, B: { bid: 2 } }));
    state.apply(snapshot({ B: { ask: 3 } }));
    expect(Object.fromEntries(state.entries())).toEqual({ B: { ask: 3 } });
  });
});
