import { type Bar, type Interval, intervals, joinBars } from '@tickway/market';
import { parseKey } from '@tickway/protocol';
import fc from 'fast-check';
import { foldTrades } from '../bars/fold-trades';
import type { HistoryStore } from '../history-store';
import { events, happen } from './past';
import { readAll, Viewer } from './viewer';
import { change, HandClock, positions, quotes, removal, topics, trades, World } from './world';

const sale = fc.record({
  key: fc.integer({ min: 0, max: 2 }),
  quarters: fc.integer({ min: 1, max: 999 }),
  size: fc.integer({ min: 1, max: 9 }),
  waitMs: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 90_000 })),
});

type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never;

async function sell(world: World, { key, quarters, size, waitMs }: Sale): Promise<void> {
  world.clock.move(waitMs);
  await world.trade(`S${key}`, quarters / 4, size);
}

/** Bars of history and bars of what came live after them, as a chart joins them. */
function continued(history: readonly Bar[], live: readonly Bar[]): readonly Bar[] {
  const last = history.at(-1);
  return live.reduce<readonly Bar[]>(
    (bars, bar) => (bar.start === last?.start ? [...bars.slice(0, -1), joinBars(last, bar)] : [...bars, bar]),
    history,
  );
}

/** What every history store does; `open` gives a new, empty one; `runs`: pasts tried by each property. */
export function describeHistoryStore(
  name: string,
  open: (clock: HandClock) => Promise<HistoryStore>,
  runs = 25,
): void {
  const withWorld = async (use: (world: World) => Promise<void>): Promise<void> => {
    const clock = new HandClock();
    const store = await open(clock);
    try {
      await use(new World(store, clock));
    } finally {
      await store.close();
    }
  };

  describe(`${name}, as any history store`, () => {
    it('tells any stretch of any past again, in pages of any size', async () => {
      const asked = fc.record({ a: fc.nat(), b: fc.nat(), most: fc.integer({ min: 1, max: 40 }) });
      const property = fc.asyncProperty(events, asked, (past, { a, b, most }) =>
        withWorld(async (world) => {
          const begun = world.clock.now();
          for (const event of past) await happen(world, event);
          const span = world.clock.now() - begun + 1;
          const [from, to] = [begun + Math.min(a % span, b % span), begun + Math.max(a % span, b % span)];
          const stretch = { topics: topics.map((topic) => ({ topic })), begin: { at: from }, to, most };
          const viewer = new Viewer();
          for (const frame of await readAll(world.store, stretch)) {
            viewer.apply(frame);
            if (frame.type === 'delta')
              expect(viewer.state(frame.topic)).toEqual(world.stateAtCursor(frame.topic, frame.cursor));
          }
          for (const topic of topics) expect(viewer.state(topic)).toEqual(world.stateAt(topic, to));
          const told = viewer.told
            .filter(({ topic }) => topic === trades)
            .map(({ key, at }) => ({ key, at }));
          const sold = world.sold.filter(({ at }) => at > from && at <= to);
          expect(told).toEqual(sold.map(({ key, at }) => ({ key, at })));
        }),
      );
      await fc.assert(property, { seed: 20261122, numRuns: runs });
    });

    it('tells the state at any time of a past too long to be told from its beginning', async () => {
      await withWorld(async (world) => {
        const begun = world.clock.now();
        for (let tick = 0; tick < 60; tick++) {
          world.clock.move(1_000);
          const at = world.clock.now();
          const moved = Array.from({ length: 200 }, (_, i) =>
            change(`V${i}`, { lat: tick * i, route: 'A' }, at),
          );
          await world.publish(positions, tick % 7 === 0 ? [...moved, removal(`V${tick}`, at)] : moved);
        }
        for (let second = 1; second <= 60; second += 3) {
          const at = begun + second * 1_000;
          const viewer = new Viewer();
          const stretch = { topics: [{ topic: positions }], begin: { at }, to: at, most: 1 };
          for (const frame of await readAll(world.store, stretch)) viewer.apply(frame);
          expect(viewer.state(positions)).toEqual(world.stateAt(positions, at));
        }
      });
    });

    it('tells of the keys asked for and of no other', async () => {
      const property = fc.asyncProperty(
        events,
        fc.subarray(['S0', 'S1', 'S2', 'S3']),
        async (past, names) => {
          await withWorld(async (world) => {
            const begun = world.clock.now();
            for (const event of past) await happen(world, event);
            const keys = names.map(parseKey);
            const viewer = new Viewer();
            const stretch = {
              topics: [{ topic: positions, keys }],
              begin: { at: begun },
              to: world.clock.now(),
              most: 5,
            };
            for (const frame of await readAll(world.store, stretch)) viewer.apply(frame);
            const seen = Object.entries(world.stateAt(positions, world.clock.now())).filter(([key]) =>
              names.includes(key),
            );
            expect(viewer.state(positions)).toEqual(Object.fromEntries(seen));
          });
        },
      );
      await fc.assert(property, { seed: 20261122, numRuns: runs });
    });

    it('begins each delta where its receiver stands, over everything that a filter left out', async () => {
      await withWorld(async (world) => {
        const begun = world.clock.now();
        for (const key of ['V1', 'V2', 'V2', 'V1', 'V2', 'V1']) {
          world.clock.move(1_000);
          await world.publish(positions, [change(key, { at: world.clock.now() }, world.clock.now())]);
        }
        const keys = [parseKey('V1')];
        const stretch = { topics: [{ topic: positions, keys }], begin: { at: begun }, to: Infinity, most: 2 };
        const spans = (await readAll(world.store, stretch)).flatMap((frame) =>
          frame.type === 'delta' ? [[frame.from.offset, frame.cursor.offset]] : [],
        );
        expect(spans).toEqual([
          [0, 1],
          [1, 4],
          [4, 6],
        ]);
      });
    });

    it('has bars that equal the folding of all trades, and continue at their cursor without hole or double', async () => {
      const asked = fc.record({
        cut: fc.nat(),
        interval: fc.constantFrom<Interval>('1s', '5s', '15s', '1m', '5m', '15m', '1h', '1d'),
      });
      const property = fc.asyncProperty(
        fc.array(sale, { maxLength: 80 }),
        asked,
        (sales, { cut, interval }) =>
          withWorld(async (world) => {
            const askAfter = cut % (sales.length + 1);
            const key = parseKey('S1');
            const folded = (from: number, to?: number) =>
              foldTrades(world.sold.slice(from, to), interval).get(key) ?? [];
            for (const [index, sold] of sales.slice(0, askAfter).entries()) {
              await sell(world, sold);
              // A question in between makes a store keep bars in pieces.
              if (index % 3 === 0) await world.store.bars({ key, interval, from: 0, to: Infinity, most: 1 });
            }
            const { bars, cursor, revision } = await world.store.bars({
              key,
              interval,
              from: 0,
              to: Infinity,
              most: 5_000,
            });
            for (const sold of sales.slice(askAfter)) await sell(world, sold);

            expect(bars).toEqual(folded(0, askAfter));
            expect(cursor?.offset ?? 0).toBe(askAfter);
            expect(revision).toBe(world.sold.slice(0, askAfter).filter((sold) => sold.key === key).length);
            expect(continued(bars, folded(askAfter))).toEqual(folded(0));
          }),
      );
      await fc.assert(property, { seed: 20261122, numRuns: runs });
    });

    it('has bars of only what was traded before a whole second, of any length', async () => {
      const asked = fc.record({
        cut: fc.nat(),
        interval: fc.constantFrom<Interval>('1s', '5s', '1m', '5m', '1d'),
      });
      const property = fc.asyncProperty(
        fc.array(sale, { minLength: 1, maxLength: 60 }),
        asked,
        (sales, { cut, interval }) =>
          withWorld(async (world) => {
            for (const sold of sales) await sell(world, sold);
            const [first, last] = [world.sold[0]?.at ?? 0, world.clock.now()];
            const before = Math.floor((first + (cut % (last - first + 2_000))) / 1_000) * 1_000;
            const key = parseKey('S1');
            const wish = { key, interval, from: 0, to: Infinity, most: 5_000, before };
            const sold = world.sold.filter(({ at }) => at < before);
            expect((await world.store.bars(wish)).bars).toEqual(foldTrades(sold, interval).get(key) ?? []);
          }),
      );
      await fc.assert(property, { seed: 20261122, numRuns: runs });
    });

    it('has bars of an index, which is quoted and not traded, of its last value', async () => {
      await withWorld(async (world) => {
        const key = parseKey('TICK');
        const say = (last: number) =>
          world.publish(quotes, [
            change('TICK', { last, sector: 'Index' }, world.clock.now()),
            change('S1', { last, sector: 'Energy' }, world.clock.now()),
          ]);
        world.clock.move(60_000 - (world.clock.now() % 60_000));
        for (const last of [10, 12, 9, 11]) {
          await say(last);
          world.clock.move(20_000);
        }
        const wish = { interval: '1m' as const, from: 0, to: Infinity, most: 10 };
        const { bars, cursor, revision } = await world.store.bars({ ...wish, key });
        expect(bars.map(({ open, high, low, close, volume }) => [open, high, low, close, volume])).toEqual([
          [10, 12, 9, 9, 0],
          [11, 11, 11, 11, 0],
        ]);
        expect([cursor?.offset, revision]).toEqual([8, 4]);
        expect((await world.store.bars({ ...wish, key: parseKey('S1') })).bars).toEqual([]);
        await world.store.forgetKey(quotes, key);
        expect((await world.store.bars({ ...wish, key })).bars).toEqual([]);
      });
    });

    it('says where not everything was recorded: between the lives of its server', async () => {
      await withWorld(async (world) => {
        await world.trade('S1', 1, 1);
        world.clock.move(5_000);
        await world.publish(quotes, [change('S1', { bid: 1 }, world.clock.now())]);
        const ended = world.clock.now();
        world.clock.move(60_000);
        await world.restart();
        const begun = world.clock.now();
        world.clock.move(100_000);
        await world.trade('S1', 1, 1);
        await world.store.bars({ key: parseKey('S1'), interval: '1m', from: 0, to: Infinity, most: 1 });
        expect(world.store.status.cuts).toEqual([{ from: ended, to: begun }]);
      });
    });

    it('forgets all of a key and nothing of the others, and goes on', async () => {
      const property = fc.asyncProperty(events, (past) =>
        withWorld(async (world) => {
          const [begun, gone] = [world.clock.now(), parseKey('S1')];
          for (const event of past) await happen(world, event);
          for (const topic of topics) await world.store.forgetKey(topic, gone);
          world.clock.move(1_000);
          await world.publish(positions, [change('S2', { value: 1 }, world.clock.now())]);
          const viewer = new Viewer();
          const stretch = {
            topics: topics.map((topic) => ({ topic })),
            begin: { at: begun },
            to: Infinity,
            most: 7,
          };
          const frames = await readAll(world.store, stretch);
          for (const frame of frames) viewer.apply(frame);
          expect(JSON.stringify(frames)).not.toContain('"S1"');
          for (const topic of topics) {
            const others = Object.entries(world.stateAt(topic, Infinity)).filter(([key]) => key !== gone);
            expect(viewer.state(topic)).toEqual(Object.fromEntries(others));
          }
          const bars = await world.store.bars({ key: gone, interval: '1s', from: 0, to: Infinity, most: 9 });
          expect(bars.bars).toEqual([]);
        }),
      );
      await fc.assert(property, { seed: 20261122, numRuns: runs });
    });

    it('gives the newest bars that begin in the time asked for', async () => {
      await withWorld(async (world) => {
        world.clock.move(intervals['5m'] - (world.clock.now() % intervals['5m']));
        const begun = world.clock.now();
        for (let minute = 0; minute < 20; minute++) {
          await world.trade('S1', minute + 1, 1);
          world.clock.move(60_000);
        }
        const wish = {
          key: parseKey('S1'),
          interval: '5m' as const,
          from: begun + 1,
          to: begun + 10 * 60_000,
          most: 10,
        };
        const opens = async (most: number) =>
          (await world.store.bars({ ...wish, most })).bars.map(({ open, volume }) => [open, volume]);
        expect(await opens(10)).toEqual([
          [6, 5],
          [11, 5],
        ]);
        expect(await opens(1)).toEqual([[11, 5]]);
        expect((await world.store.bars({ ...wish, key: parseKey('S2') })).bars).toEqual([]);
      });
    });

    it('hands over to the live stream: its last cursors are cursors of the feed', async () => {
      await withWorld(async (world) => {
        await world.publish(quotes, [change('S1', { bid: 1, ask: 2 }, world.clock.now())]);
        await world.trade('S1', 1.5, 10);
        const page = await world.store.read({
          topics: topics.map((topic) => ({ topic })),
          begin: { at: world.clock.now() - 1_000 },
          to: Infinity,
          most: 100,
        });
        await world.publish(quotes, [change('S1', { bid: 1.25 }, world.clock.now())]);
        await world.trade('S1', 1.75, 20);

        const wishes = Object.entries(page.cursors).filter(([topic]) => topic !== positions);
        const session = world.hub.open({
          subscriptions: topics
            .filter((topic) => topic !== positions)
            .map((topic) => ({ topic, cursor: page.cursors[topic]! })),
        });
        expect(wishes).toHaveLength(2);
        expect(session.take().map(({ frame }) => frame)).toMatchObject([
          { type: 'delta', topic: quotes, rows: [{ key: 'S1', fields: { bid: 1.25 } }] },
          { type: 'delta', topic: trades, rows: [{ key: 'S1', fields: { price: 1.75, size: 20 } }] },
        ]);
      });
    });

    it('says nothing of a time before its first record', async () => {
      await withWorld(async (world) => {
        await world.trade('S1', 1, 1);
        const page = await world.store.read({
          topics: [{ topic: trades }],
          begin: { at: 0 },
          to: world.clock.now() - 1,
          most: 10,
        });
        expect(page).toEqual({ frames: [], next: undefined, cursors: {} });
      });
    });

    it('loses nothing and keeps the order when the clock is set back', async () => {
      await withWorld(async (world) => {
        const begun = world.clock.now();
        for (const ms of [1_000, 1_000, -60_000, 1_000, 1_000, 90_000]) {
          world.clock.move(ms);
          await world.trade('S1', world.sold.length + 1, 1);
        }
        const viewer = new Viewer();
        const stretch = { topics: [{ topic: trades }], begin: { at: begun - 1 }, to: Infinity, most: 1 };
        for (const frame of await readAll(world.store, stretch)) viewer.apply(frame);
        expect(viewer.told.map(({ fields }) => fields.price)).toEqual([1, 2, 3, 4, 5, 6]);
      });
    });

    it('keeps the times of commit and of the source', async () => {
      await withWorld(async (world) => {
        const at = world.clock.now();
        world.clock.move(1_500);
        await world.publish(positions, [change('S1', { lat: 40.5 }, at)]);
        const viewer = new Viewer();
        for (const frame of await readAll(world.store, {
          topics: [{ topic: positions }],
          begin: { at },
          to: Infinity,
          most: 10,
        }))
          viewer.apply(frame);
        expect(viewer.told).toMatchObject([{ at, committedAt: at + 1_500, revision: 1 }]);
      });
    });

    it('says how far back it reaches and how much it keeps', async () => {
      await withWorld(async (world) => {
        expect(world.store.status).toMatchObject({ state: 'on', rows: 0, merged: 0, lost: 0 });
        const begun = world.clock.now();
        await world.trade('S1', 1, 1);
        world.clock.move(5_000);
        await world.trade('S2', 1, 1);
        await world.store.bars({ key: parseKey('S1'), interval: '1m', from: 0, to: Infinity, most: 1 });
        expect(world.store.status).toMatchObject({
          state: 'on',
          rows: 2,
          oldest: { [trades]: begun },
          newest: begun + 5_000,
        });
        expect(world.store.status.bytes).toBeGreaterThan(0);
      });
    });
  });
}
