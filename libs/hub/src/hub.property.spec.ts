import {
  parseKey,
  parseTopic,
  type CellsFilter,
  type Cursor,
  type Fields,
  type Filter,
  type Frame,
  type Key,
  type Subscription,
} from '@tickway/protocol';
import fc from 'fast-check';
import { Hub } from './hub';
import { memoryEngine } from './memory-engine';
import { Receiver } from './testing/receiver';

const topic = parseTopic('positions');
const keys = ['a', 'b', 'c', 'd', 'e'].map(parseKey);
const cells = ['00', '01', '10', '11'];

/** What the topic holds, written down the plain way. */
type Truth = Map<Key, Fields>;

const inside = (filter: Filter | undefined, key: Key, held: Fields) =>
  filter === undefined || ('keys' in filter ? filter.keys.includes(key) : inCells(filter, String(held.cell)));
const inCells = ({ cells: wanted }: CellsFilter, cell: string) =>
  wanted.some((prefix) => cell.startsWith(prefix));
const under = (filter: Filter | undefined, truth: Truth) =>
  Object.fromEntries([...truth].filter(([key, held]) => inside(filter, key, held)));

const filters: fc.Arbitrary<Filter | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ keys: fc.subarray(keys) }),
  fc.record({ cells: fc.subarray([...cells, '0', '1']) }),
);
const update = fc.record({
  key: fc.constantFrom(...keys),
  ends: fc.boolean(),
  fields: fc.record(
    { cell: fc.constantFrom(...cells), x: fc.nat(3), y: fc.nat(3) },
    { requiredKeys: ['cell'] },
  ),
});
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      updates: fc.array(update, { maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), who: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('filter' as const), who: fc.nat(2), filter: filters }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reconnect' as const), who: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('switch' as const),
      who: fc.nat(2),
      meanwhile: fc.array(update, { maxLength: 4 }),
    }),
  },
);

/** A receiver with its connection, and what it believes of its own filter. */
class Viewer {
  readonly receiver = new Receiver();
  /** The filter of the state held; with `wished` not yet taken, a reconnect must say both. */
  known: Filter | undefined;
  wished: Filter | undefined;
  session;

  constructor(private readonly hub: Hub) {
    this.session = this.open();
  }

  take() {
    this.session.take().forEach(({ frame }) => this.receiver.apply(frame));
    this.known = this.wished;
  }

  filter(filter: Filter | undefined) {
    this.wished = filter;
    this.session.subscribe([{ topic, ...(filter && { filter }) }]);
  }

  open() {
    const { cursor } = this.receiver;
    const wish: Subscription = {
      topic,
      ...(cursor && { cursor, known: this.known ?? null }),
      ...(this.wished && { filter: this.wished }),
    };
    return this.hub.open({ subscriptions: [wish] });
  }

  reconnect() {
    this.session.close();
    this.session = this.open();
  }

  /** The new connection opens at the cursor of now; the old one still delivers until the new one's first frame. */
  switch(whileOpening: () => void, beforeFirstFrame: () => void) {
    this.take();
    const fresh = this.open();
    whileOpening();
    this.take();
    beforeFirstFrame();
    this.session.close();
    this.session = fresh;
    this.take();
  }
}

function world(history: number) {
  const hub = new Hub({
    engine: memoryEngine({ clock: { now: () => 0 }, epoch: 'e' }),
    topics: [{ topic, delivery: 'latest', history, cellOf: ({ cell }) => String(cell) }],
  });
  const truth: Truth = new Map();
  const publish = (updates: readonly { key: Key; ends: boolean; fields: Fields }[]) => {
    for (const { key, ends, fields } of updates)
      if (ends) truth.delete(key);
      else truth.set(key, { ...truth.get(key), ...fields });
    void hub.publish(
      topic,
      updates.map(({ key, ends, fields }) => (ends ? { key, at: 0, removed: true } : { key, at: 0, fields })),
    );
  };
  return { hub, truth, publish };
}

describe('a receiver that applies frames', () => {
  it.each([10_000, 2])(
    'always equals the state at the frame’s cursor, filters moving, with a history of %d',
    (history) => {
      fc.assert(
        fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
          const { hub, truth, publish } = world(history);
          const first = new Viewer(hub);
          const viewers = [first, new Viewer(hub), new Viewer(hub)];
          for (const next of acts) {
            if (next.do === 'publish') publish(next.updates);
            else perform(next, viewers[next.who] ?? first, publish);
          }
          for (const viewer of viewers) {
            viewer.take();
            expect(viewer.receiver.state).toEqual(under(viewer.wished, truth));
          }
          hub.close();
        }),
        { seed: 20261122, numRuns: 1_500 },
      );
    },
  );

  it('may apply a delta to the state at any cursor between its two, under the same filter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(update, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        filters,
        (commits, filter) => {
          const { hub, truth, publish } = world(10_000);
          const wish = { topic, ...(filter && { filter }) };
          const [follower, late] = [hub.open({ subscriptions: [wish] }), hub.open({ subscriptions: [wish] })];
          late.take();
          const states = [[...follower.take()]];
          for (const updates of commits) {
            publish(updates);
            states.push([...(states.at(-1) ?? []), ...follower.take()]);
          }
          const [delta] = late.take();
          for (const frames of states) {
            const receiver = new Receiver();
            for (const { frame } of delta ? [...frames, delta] : frames) receiver.apply(frame);
            if (delta) expect(receiver.state).toEqual(under(filter, truth));
          }
        },
      ),
      { seed: 20261122, numRuns: 3_000 },
    );
  });

  it('gets every event of an `every` topic exactly once and in order, ends of keys too, or is told of a gap', () => {
    const events = parseTopic('trades');
    const step = fc.oneof(
      fc.record({ publish: fc.array(fc.record({ key: fc.constantFrom(...keys), ends: fc.boolean() })) }),
      fc.record({ take: fc.boolean() }),
      fc.record({ reconnect: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(4, 1_000), (steps, history) => {
        const hub = new Hub({
          engine: memoryEngine({ clock: { now: () => 0 }, epoch: 'e' }),
          topics: [{ topic: events, delivery: 'every', history }],
        });
        let id = 0;
        let told = 0;
        const truth: Truth = new Map();
        const receiver = new Receiver();
        let cursor: Cursor | undefined;
        let session = hub.open({ subscriptions: [{ topic: events }] });
        const apply = (frame: Frame) => {
          receiver.apply(frame);
          if (frame.type === 'gap' || frame.type === 'snapshot') told = frame.cursor.offset;
          if (frame.type === 'delta') {
            told += frame.rows.length + frame.removals.length;
            expect(told).toBe(frame.cursor.offset);
            const ids = frame.rows.map(({ fields }) => Number(fields.id));
            expect(ids).toEqual(ids.toSorted((a, b) => a - b));
          }
          if ('cursor' in frame) cursor = frame.cursor;
        };
        const updateOf = ({ key, ends }: { readonly key: Key; readonly ends: boolean }) => {
          const fields = { id: ++id };
          if (ends) truth.delete(key);
          else truth.set(key, fields);
          return ends ? { key, at: 0, removed: true as const } : { key, at: 0, fields };
        };
        for (const next of steps) {
          if ('publish' in next) void hub.publish(events, next.publish.map(updateOf));
          else if ('take' in next) session.take().forEach(({ frame }) => apply(frame));
          else session = hub.open({ subscriptions: [{ topic: events, ...(cursor && { cursor }) }] });
        }
        session.take().forEach(({ frame }) => apply(frame));
        expect(told).toBe(id);
        expect(receiver.state).toEqual(under(undefined, truth));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

type Act = Exclude<typeof act extends fc.Arbitrary<infer A> ? A : never, { do: 'publish' }>;

function perform(next: Act, viewer: Viewer, publish: ReturnType<typeof world>['publish']) {
  switch (next.do) {
    case 'take':
      return viewer.take();
    case 'filter':
      return viewer.filter(next.filter);
    case 'reconnect':
      return viewer.reconnect();
    case 'switch': {
      const [before, after] = [next.meanwhile.slice(0, 2), next.meanwhile.slice(2)];
      return viewer.switch(
        () => publish(before),
        () => publish(after),
      );
    }
  }
}
