import { parseKey } from '@tickway/protocol';
import type { Clock } from '@tickway/hub';
import type { HistoryStore } from '../history-store';
import { recordedOf, type Recorded } from '../recorded';
import { defaultRetention, type RetentionPlan } from '../retention';
import { describeHistoryStore } from '../testing/history-store-suite';
import { readAll, Viewer } from '../testing/viewer';
import { change, HandClock, positions, quotes, trades, World } from '../testing/world';
import { Archive } from './archive';

const HOUR = 3_600_000;

/** An archive without its worker, as a store: it writes every so many appends, and before it is asked. */
function archiveStore(archive: Archive, clock: Clock): HistoryStore {
  let pending: Recorded[] = [];
  let rows = 0;
  const flush = () => {
    rows += archive.append(pending).rows;
    pending = [];
    return archive;
  };
  return {
    get status() {
      return { state: 'on', rows, merged: 0, lost: 0, ...archive.extent } as const;
    },
    append(frames) {
      pending.push(...frames.flatMap((frame) => recordedOf(frame, clock) ?? []));
      if (pending.length > 20) flush();
      return Promise.resolve();
    },
    read: (stretch) => Promise.resolve(flush().read(stretch)),
    bars: (wish) => Promise.resolve(flush().barsOf(wish)),
    forgetKey: (topic, key) => {
      let after: number | undefined = 0;
      while (after !== undefined) after = flush().forgetKey({ topic, key, after });
      return Promise.resolve();
    },
    close: () => Promise.resolve(archive.close()),
  };
}

const openArchive = (retention: RetentionPlan = defaultRetention) =>
  new Archive({ path: ':memory:', trades, quotes, retention });

describeHistoryStore('Archive', (clock) => Promise.resolve(archiveStore(openArchive(), clock)));

describe('Archive', () => {
  const TICK_MS = 5_000;
  const HOURS = 6;

  /** Ten vehicles, of which one stands still, and four trades, every five seconds, for six hours. */
  async function driven(retention: RetentionPlan) {
    const clock = new HandClock();
    const archive = openArchive(retention);
    const world = new World(archiveStore(archive, clock), clock);
    for (let tick = 0; tick < (HOURS * HOUR) / TICK_MS; tick++) {
      clock.move(TICK_MS);
      const at = clock.now();
      const updates = Array.from({ length: 10 }, (_, i) =>
        change(`V${i}`, { lat: tick * i, route: 'A' }, at),
      );
      await world.publish(positions, updates);
      const sales = Array.from({ length: 4 }, (_, i) =>
        change('S1', { price: i + 1, size: 1, side: 'buy', id: i }, at),
      );
      await world.publish(trades, sales);
      if (tick % 24 === 0) archive.tidy(clock.now());
    }
    const tell = async (from: number, to: number) => {
      const viewer = new Viewer();
      const stretch = {
        topics: [{ topic: positions }, { topic: trades }],
        begin: { at: from },
        to,
        most: 500,
      };
      for (const frame of await readAll(world.store, stretch)) viewer.apply(frame);
      return viewer;
    };
    const bars = async (interval: '1s' | '1m') =>
      (await world.store.bars({ key: parseKey('S1'), interval, from: 0, to: Infinity, most: 100_000 })).bars;
    return { archive, world, now: clock.now(), tell, bars };
  }

  it('thins what is old, forgets what is older, and every state it still tells is true', async () => {
    const { archive, world, now, tell, bars } = await driven({
      ...defaultRetention,
      topics: {
        positions: { rawMs: HOUR, thinned: { everyMs: 30_000, keepMs: 4 * HOUR } },
        trades: { rawMs: 2 * HOUR },
      },
      secondBarsMs: HOUR,
    });
    // Whole segments go, so a little more is kept than promised, never less.
    const { oldest } = archive.extent;
    expect(oldest[positions]).toBeLessThanOrEqual(now - 4 * HOUR);
    expect(oldest[trades]).toBeLessThanOrEqual(now - 2 * HOUR);
    expect(oldest[trades]).toBeGreaterThan(now - 4 * HOUR);

    for (const ago of [0, 0.5 * HOUR, 1.9 * HOUR, 3.3 * HOUR]) {
      const at = now - ago;
      const truths = [];
      for (let told = at - 60_000; told <= at; told += TICK_MS) truths.push(world.stateAt(positions, told));
      expect(truths).toContainEqual((await tell(at, at)).state(positions));
    }
    const minutes = 10;
    const raw = await tell(now - minutes * 60_000, now);
    expect(raw.told).toHaveLength(minutes * 12 * (10 + 4));
    const thinned = await tell(now - 3 * HOUR, now - 3 * HOUR + minutes * 60_000);
    expect(thinned.told.filter(({ topic }) => topic === positions)).toHaveLength(minutes * 2 * 10);

    expect((await bars('1s')).length).toBeLessThan((1.1 * HOUR) / TICK_MS);
    expect((await bars('1m')).reduce((sum, bar) => sum + bar.trades, 0)).toBe(world.sold.length);
  });

  it('forgets a key in short steps, whatever is packed and thinned between them', async () => {
    const thinned = { rawMs: HOUR, thinned: { everyMs: 30_000, keepMs: 48 * HOUR } };
    const { archive, world, now, tell } = await driven({
      ...defaultRetention,
      topics: { positions: thinned },
    });
    const key = parseKey('V3');
    expect((await tell(now, now)).state(positions)).toHaveProperty(key);
    let steps = 0;
    for (let after: number | undefined = 0; after !== undefined; steps++) {
      after = archive.forgetKey({ topic: positions, key, after });
      archive.tidy(now + steps * 10 * 60_000);
    }
    expect(steps).toBeGreaterThan(3);
    const { told } = await tell(now - HOURS * HOUR, now);
    expect(told.filter((row) => row.key === key)).toEqual([]);
    for (const ago of [0, 2 * HOUR, 5 * HOUR]) {
      const state = (await tell(now - ago, now - ago)).state(positions);
      expect(Object.keys(state)).toEqual(
        Array.from({ length: 10 }, (_, i) => `V${i}`).filter((one) => one !== key),
      );
    }
    const { V3, ...others } = world.stateAt(positions, now);
    expect([V3, (await tell(now, now)).state(positions)]).toEqual([expect.anything(), others]);
  });

  it('stays within its size by forgetting the oldest of all', async () => {
    const mostBytes = 250_000;
    const { archive, world, now, tell } = await driven({
      ...defaultRetention,
      secondBarsMs: HOUR,
      mostBytes,
    });
    const { bytes, oldest } = archive.extent;
    expect(bytes).toBeLessThan(mostBytes);
    expect(oldest[positions]).toBeGreaterThan(now - HOURS * HOUR + HOUR);
    expect((await tell(now, now)).state(positions)).toEqual(world.stateAt(positions, now));
  });
});
