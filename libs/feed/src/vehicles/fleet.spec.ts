import { isRemoval, type Change, type Update } from '@tickway/protocol';
import { distanceBetween, type Place } from '@tickway/tracking';
import { join } from 'node:path';
import { Fleet } from './fleet';
import { loadPacks } from './load-packs';
import type { Pack } from './pack';
import { shiftTo } from './scene-offset';
import { samplePack } from './testing/sample-pack';
import { timetableRuns } from './timetable-runs';
import type { Track } from './track';

const nyc = join(__dirname, '../../data/nyc');
const morning = Date.parse('2026-09-24T08:30:00-04:00');
const tickMs = 500;

/** All that a fleet says from `from` on for some seconds. */
function listen(packs: readonly Pack[], { from = morning, seconds = 0, seed = 1, shiftMs = 0 } = {}) {
  const fleet = new Fleet(timetableRuns({ packs, seed, shiftMs }));
  const said: Update[] = [];
  for (let now = from; now <= from + seconds * 1000; now += tickMs) said.push(...fleet.advance(now));
  return { said, fleet };
}

const changes = (said: readonly Update[]) => said.filter((update): update is Change => !isRemoval(update));

const placeOf = ({ fields }: Change): Place => ({ lat: Number(fields.lat), lon: Number(fields.lon) });

describe('a fleet of one line', () => {
  const packs = [samplePack()];
  const startMs = morning - 120_000;

  it('says where each vehicle under way is when asked for the first time', () => {
    const { said } = listen(packs, { from: startMs + 220_000 });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      key: 'sample-0',
      fields: { system: 'subway', route: '7', color: '#9a38a1', headsign: 'Far End', state: 'moving' },
    });
  });

  it('says nothing on a day without runs, and nothing before the first', () => {
    expect(listen(packs, { from: morning + 3 * 86_400_000 }).said).toEqual([]);
    expect(listen(packs, { from: morning - 60_000 }).said).toEqual([]);
  });

  it('follows a run from its sign-on over its stops to its removal', () => {
    const { said, fleet } = listen(packs, { from: morning - 10_000, seconds: 1500 });
    const fixes = changes(said).filter(({ fields }) => fields.state !== 'offline');
    expect(fixes[0]).toMatchObject({ at: morning, fields: { state: 'dwelling', nextStop: 'First St' } });
    expect(new Set(fixes.map(({ fields }) => fields.nextStop))).toEqual(
      new Set(['First St', 'Middle Av', 'Far End']),
    );
    expect(said.at(-1)).toMatchObject({ key: 'sample-0', removed: true });
    expect(said.filter(isRemoval)).toHaveLength(1);
    expect(fleet.size).toBe(0);
  });

  it('runs what begins at 24:10 after midnight, on the next date', () => {
    const midnight = Date.parse('2026-09-25T00:00:00-04:00');
    expect(listen(packs, { from: midnight + 660_000 }).said).toMatchObject([{ key: 'sample-1' }]);
    // Saturday has no runs, but Friday's last one goes into it.
    expect(listen(packs, { from: midnight + 86_400_000 + 660_000 }).said).toMatchObject([
      { key: 'sample-1' },
    ]);
    expect(listen(packs, { from: midnight + 2 * 86_400_000 + 660_000 }).said).toEqual([]);
  });

  it('runs the timetable of the weekday in another year, by the clocks of New York', () => {
    const winter = Date.parse('2031-02-13T08:32:00-05:00');
    expect(listen(packs, { from: winter }).said).toMatchObject([{ key: 'sample-0' }]);
  });

  it('can be shifted to another time of the week', () => {
    const sunday = Date.parse('2026-11-22T04:45:00-05:00');
    const shiftMs = shiftTo('thu 08:32', { timeZone: 'America/New_York', at: sunday }) ?? NaN;
    const { said } = listen(packs, { from: sunday, shiftMs });
    expect(said).toMatchObject([{ key: 'sample-0' }]);
    expect(sunday - said[0]!.at).toBeLessThan(60_000);
  });

  it('picks up where the timetable is after a long sleep', () => {
    const fleet = new Fleet(timetableRuns({ packs, seed: 1 }));
    expect(fleet.advance(morning + 60_000)).toHaveLength(1);
    const nextRun = morning + 86_400_000 + 120_000;
    const woken = fleet.advance(nextRun);
    expect(woken.at(-1)!.at).toBeLessThanOrEqual(nextRun);
    expect([...woken, ...fleet.advance(nextRun + 60_000)].some(isRemoval)).toBe(true);
    expect(fleet.size).toBeLessThanOrEqual(1);
  });
});

describe('the fleet of New York', () => {
  let rail: readonly Pack[];
  beforeAll(async () => {
    rail = await loadPacks(nyc, ['subway', 'lirr', 'mnr']);
  });

  it.each([
    ['03:00', { subway: 103, lirr: 12, mnr: 5 }],
    ['08:30', { subway: 526, lirr: 56, mnr: 76 }],
    ['12:00', { subway: 400, lirr: 33, mnr: 26 }],
    ['18:00', { subway: 498, lirr: 67, mnr: 80 }],
  ] as const)('has as many vehicles under way at %s as the timetable', (hour, scheduled) => {
    const { said } = listen(rail, { from: Date.parse(`2026-09-24T${hour}:00-04:00`) });
    const systems = changes(said).map(({ fields }) => fields.system);
    for (const [system, count] of Object.entries(scheduled)) {
      const found = systems.filter((name) => name === system).length;
      // A few more than scheduled: some are late, and at three in the night some are still yesterday's.
      expect(found).toBeGreaterThanOrEqual(count);
      expect(found).toBeLessThanOrEqual(count + 16);
    }
  });

  it('says the same for the same seed, byte for byte, and other things for another', () => {
    const bytes = (seed: number) => JSON.stringify(listen(rail, { seconds: 20, seed }).said);
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('never says an older thing of a vehicle after a newer one, nor anything of the future', () => {
    const fleet = new Fleet(timetableRuns({ packs: rail, seed: 3 }));
    const last = new Map<string, number>();
    for (let now = morning; now < morning + 150_000; now += tickMs)
      for (const { key, at } of fleet.advance(now)) {
        expect(at).toBeGreaterThanOrEqual(last.get(key) ?? 0);
        expect(at).toBeLessThanOrEqual(now);
        last.set(key, at);
      }
    expect(last.size).toBeGreaterThan(658);
  });

  it('says again nothing of a vehicle that it has removed', () => {
    const { said } = listen(rail, { seconds: 400 });
    const gone = new Set<string>();
    for (const update of said) {
      expect(gone.has(update.key)).toBe(false);
      if (isRemoval(update)) gone.add(update.key);
    }
    expect(gone.size).toBeGreaterThan(30);
  });

  it('reports places on the tracks but for the error of a receiver', () => {
    const patterns = new Set(rail.flatMap((pack) => pack.profiles.map(({ pattern }) => pattern)));
    const tracksTo = (headsign: unknown) => [...patterns].filter((pattern) => pattern.headsign === headsign);
    const off = changes(listen(rail).said)
      .slice(0, 150)
      .map((change) =>
        Math.min(...tracksTo(change.fields.headsign).map(({ track }) => distanceTo(track, placeOf(change)))),
      )
      .sort((a, b) => a - b);
    expect(off[off.length >> 1]).toBeLessThan(2.5);
    expect(off.at(-1)).toBeLessThan(15);
  });

  it('reports at the speed at which vehicles really move', () => {
    const fixes = changes(listen(rail).said);
    const moving = fixes.filter(({ fields }) => fields.state === 'moving');
    const speeds = moving.map(({ fields }) => Number(fields.speed)).sort((a, b) => a - b);
    expect(speeds[speeds.length >> 1]).toBeGreaterThan(6);
    expect(speeds[speeds.length >> 1]).toBeLessThan(16);
    expect(speeds.at(-1)).toBeLessThanOrEqual(36);
    expect(fixes.length - moving.length).toBeGreaterThan(60);
  });
});

/** Metres from a place to the nearest part of a track. */
function distanceTo({ line }: Track, place: Place): number {
  let nearest = Infinity;
  const scale = Math.cos((place.lat * Math.PI) / 180);
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [lat, lon, lat2, lon2] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const [y, x] = [lat2 - lat, (lon2 - lon) * scale];
    const square = x * x + y * y;
    const along = square === 0 ? 0 : ((place.lat - lat) * y + (place.lon - lon) * scale * x) / square;
    const share = Math.min(1, Math.max(0, along));
    const foot = { lat: lat + share * y, lon: lon + share * (lon2 - lon) };
    nearest = Math.min(nearest, distanceBetween(foot, place));
  }
  return nearest;
}
