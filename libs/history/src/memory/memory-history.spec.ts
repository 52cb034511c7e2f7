import { parseKey } from '@tickway/protocol';
import { describeHistoryStore } from '../testing/history-store-suite';
import { readAll, Viewer } from '../testing/viewer';
import { change, HandClock, positions, quotes, trades, World } from '../testing/world';
import { memoryHistory } from './memory-history';

describeHistoryStore('memoryHistory', (clock) =>
  Promise.resolve(memoryHistory({ clock, trades, quotes, keepMs: Infinity })),
);

describe('memoryHistory', () => {
  const steps = async (world: World, ticks: number) => {
    for (let tick = 0; tick < ticks; tick++) {
      world.clock.move(1_000);
      const updates = ['V1', 'V2', 'V3'].map((key) =>
        change(key, { lat: tick, still: 'same' }, world.clock.now()),
      );
      await world.publish(positions, updates);
    }
  };

  it('forgets what is over its age or its count, from the old end, and what is left is whole', async () => {
    const clock = new HandClock();
    const byAge = new World(memoryHistory({ clock, trades, quotes, keepMs: 600_000 }), clock);
    const byCount = new World(
      memoryHistory({ clock, trades, quotes, keepMs: Infinity, mostRows: 9_000 }),
      clock,
    );
    for (const world of [byAge, byCount]) {
      const begun = clock.now();
      await steps(world, 5_000);
      const { oldest, newest } = world.store.status;
      const since = oldest[positions]!;
      expect(newest).toBe(clock.now());
      expect(since).toBeGreaterThan(begun + 1_000_000);
      const viewer = new Viewer();
      for (const frame of await readAll(world.store, {
        topics: [{ topic: positions }],
        begin: { at: since },
        to: since,
        most: 10,
      }))
        viewer.apply(frame);
      expect(viewer.state(positions)).toEqual(world.stateAt(positions, since));
    }
    expect(byCount.store.status.bytes).toBeLessThan(9_000 * 150);
  });

  it('keeps bars within bounds, with the newest whole', async () => {
    const clock = new HandClock();
    const world = new World(memoryHistory({ clock, trades, quotes }), clock);
    for (let second = 0; second < 8_000; second++) {
      clock.move(1_000);
      await world.trade('S1', second, 1);
    }
    const { bars } = await world.store.bars({
      key: parseKey('S1'),
      interval: '1s',
      from: 0,
      to: Infinity,
      most: 100_000,
    });
    expect(bars).toHaveLength(3_600);
    expect(bars.at(-1)).toMatchObject({ open: 7_999, volume: 1 });
  });
});
