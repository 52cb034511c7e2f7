import { isRemoval, parseKey, type DeltaFrame, type Row, type Update } from '@tickway/protocol';
import fc from 'fast-check';
import { conflate } from './conflate';
import { KeyedRows } from './keyed-rows';
import { change, positions, removal } from './testing/world';

const update: fc.Arbitrary<Update> = fc
  .record({
    key: fc.integer({ min: 0, max: 3 }),
    name: fc.constantFrom('lat', 'lon'),
    value: fc.integer(),
    end: fc.nat(4),
  })
  .map(({ key, name, value, end }) =>
    end === 0 ? removal(`V${key}`, 1) : change(`V${key}`, { [name]: value }, 1),
  );

const deltas = fc
  .array(fc.uniqueArray(update, { selector: ({ key }) => key, minLength: 1 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map(frames);

function frames(ticks: readonly (readonly Update[])[]): readonly DeltaFrame[] {
  return ticks.map((tick, index) => ({
    type: 'delta',
    topic: positions,
    from: { epoch: 'e', offset: index },
    cursor: { epoch: 'e', offset: index + 1 },
    committedAt: index,
    removals: tick.filter(isRemoval).map(({ key }) => key),
    rows: tick.flatMap((it) => (isRemoval(it) ? [] : [row(it.key, it.fields, index)])),
  }));
}

const row = (key: Row['key'], fields: Row['fields'], at: number): Row => ({
  key,
  fields,
  revision: at + 1,
  committedAt: at,
  at,
});

describe('conflate', () => {
  it('makes one delta that does what all of them did in turn', () => {
    const property = fc.property(deltas, deltas, (before, merged) => {
      const [one, turn] = [new KeyedRows(positions), new KeyedRows(positions)];
      for (const state of [one, turn]) before.forEach((delta) => state.apply(delta));
      merged.forEach((delta) => turn.apply(delta));
      one.apply(conflate(merged)!);
      const rows = (state: KeyedRows) => [...state.snapshot()!.rows].sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(rows(one)).toEqual(rows(turn));
      expect(one.cursor).toEqual(turn.cursor);
    });
    fc.assert(property, { seed: 20261122, numRuns: 200 });
  });

  it('keeps a removal before the rows of a key that began again', () => {
    const [a, b, c] = frames([
      [change('V1', { lat: 1, lon: 1 }, 0)],
      [removal('V1', 0)],
      [change('V1', { lat: 2 }, 0)],
    ]);
    expect(conflate([a!, b!, c!])).toMatchObject({
      removals: [parseKey('V1')],
      rows: [{ fields: { lat: 2 } }],
    });
  });

  it('is nothing for nothing', () => {
    expect(conflate([])).toBeUndefined();
  });
});
