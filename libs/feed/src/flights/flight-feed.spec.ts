import { isRemoval, type Change, type Update } from '@tickway/protocol';
import { distanceBetween, greatCircle, positionOf, turnBetween } from '@tickway/tracking';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualTimeScheduler } from 'rxjs';
import { Fleet } from '../vehicles/fleet';
import { flightFeed } from './flight-feed';
import { flightPlan } from './flight-plan';
import { flightRuns } from './flight-runs';
import { loadAirports } from './load-airports';
import { readAirports } from './read-airports';

const folder = join(__dirname, '../../data/world');
const airports = readAirports(JSON.parse(readFileSync(join(folder, 'airports.json'), 'utf8')));
const byCode = new Map(airports.map((airport) => [airport.code, airport]));
const noon = Date.parse('2026-11-22T12:00:00Z');

const airport = (code = '') => byCode.get(code) ?? { lat: NaN, lon: NaN };

const plan = flightPlan(airports, 1);
const fleet = () => new Fleet(flightRuns({ plan, seed: 1 }));

const changes = (said: readonly Update[]) => said.filter((update): update is Change => !isRemoval(update));
const positionsOf = (said: readonly Update[]) =>
  changes(said).flatMap(({ fields }) => positionOf(fields) ?? []);

const placeOf = ({ fields }: Change) => ({ lat: Number(fields.lat), lon: Number(fields.lon) });
const flown = (from: Change, to: Change) => distanceBetween(placeOf(from), placeOf(to));
const expectedOf = (from: Change, to: Change) =>
  ((Number(from.fields.speed) + Number(to.fields.speed)) / 2) * ((to.at - from.at) / 1000);

describe('the plan of flights', () => {
  it('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => JSON.stringify(flightPlan(airports, seed));
    expect(text(1)).toBe(JSON.stringify(plan));
    expect(text(2)).not.toBe(text(1));
  });

  it('has each number once, between two airports that an airliner can connect', () => {
    expect(new Set(plan.map(({ number }) => number)).size).toBe(plan.length);
    for (const { from, to, profile } of plan) {
      expect(profile.length).toBeCloseTo(distanceBetween(from, to), 3);
      expect(profile.length).toBeGreaterThan(250_000);
      expect(profile.duration).toBeLessThan(20 * 3600);
    }
  });

  it('flies short ways more often than long ones, and both', () => {
    const km = plan.map(({ profile }) => profile.length / 1000).sort((a, b) => a - b);
    expect(km[km.length >> 1]).toBeGreaterThan(700);
    expect(km[km.length >> 1]).toBeLessThan(2000);
    const share = km.filter((one) => one > 6000).length / km.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.15);
  });
});

describe('the world’s flights', () => {
  it.each([0, 4, 8, 12, 16, 20])('are 2,000 to 4,000 at %d:00 UTC', (hour) => {
    const flights = fleet();
    flights.advance(Date.parse('2026-11-22T00:00:00Z') + hour * 3_600_000);
    expect(flights.size).toBeGreaterThanOrEqual(2000);
    expect(flights.size).toBeLessThanOrEqual(4000);
  });

  it('say the same for the same seed and times', () => {
    const said = () => {
      const flights = fleet();
      return [noon, noon + 500, noon + 30_000].map((now) => flights.advance(now));
    };
    expect(JSON.stringify(said())).toBe(JSON.stringify(said()));
  });

  it('are on the great circle between their airports, and head along it', () => {
    const flights = fleet();
    const positions = positionsOf(flights.advance(noon));
    expect(positions.length).toBeGreaterThan(2000);
    for (const one of positions) {
      const way = greatCircle(airport(one.flight?.origin), airport(one.flight?.destination));
      const on = way.placeAt(distanceBetween(way.placeAt(0), one));
      expect(distanceBetween(on, one)).toBeLessThan(60);
      if (one.state === 'moving') expect(Math.abs(turnBetween(on.course, one.course))).toBeLessThan(2);
    }
  });

  it('go as fast as they say', () => {
    const flights = fleet();
    const last = new Map(changes(flights.advance(noon)).map((change) => [change.key, change]));
    const pairs = changes(flights.advance(noon + 20_000)).flatMap((to) => {
      const from = last.get(to.key);
      return from && [from, to].every(({ fields }) => fields.state === 'moving') ? [[from, to] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(1500);
    for (const [from, to] of pairs) expect(Math.abs(flown(from, to) - expectedOf(from, to))).toBeLessThan(40);
  });

  it('take off from their stand, land, and are gone, while others begin', () => {
    const flights = fleet();
    flights.advance(noon);
    const said: Update[] = [];
    for (let now = noon; now < noon + 12 * 3_600_000; now += 1_200_000) said.push(...flights.advance(now));
    const gone = new Set(said.filter(isRemoval).map(({ key }) => key));
    expect(gone.size).toBeGreaterThan(8000);
    const landed = positionsOf(said.filter(({ key }) => gone.has(key))).filter(
      ({ state, flight }) => state === 'dwelling' && flight?.altitude === 0,
    );
    expect(landed.length).toBeGreaterThan(100);
    expect(flights.size).toBeGreaterThan(2000);
  });

  it('cross the date line', () => {
    const flights = fleet();
    const lons = changes(flights.advance(noon)).map(({ fields }) => Number(fields.lon));
    expect(Math.max(...lons)).toBeGreaterThan(175);
    expect(Math.min(...lons)).toBeLessThan(-175);
    expect(lons.every((lon) => lon >= -180 && lon <= 180)).toBe(true);
  });

  it('come as a feed of their own topic, all at once and then those that were heard of', () => {
    const scheduler = new VirtualTimeScheduler();
    scheduler.now = () => noon + scheduler.frame;
    scheduler.maxFrames = 2000;
    const sizes: number[] = [];
    const { batches, topics } = flightFeed({ airports, seed: 1, scheduler });
    const heard = batches.subscribe(({ topic, updates }) => {
      expect(topics).toEqual([topic]);
      sizes.push(updates.length);
    });
    scheduler.flush();
    heard.unsubscribe();
    expect(sizes[0]).toBeGreaterThan(2000);
    expect(sizes[2]).toBeGreaterThan(20);
    expect(sizes[2]).toBeLessThan(400);
  });
});

describe('the file of airports', () => {
  it('is read from its folder', async () => {
    expect(await loadAirports(folder)).toHaveLength(airports.length);
  });

  it('that is missing or broken is named', async () => {
    await expect(loadAirports(__dirname)).rejects.toThrow('airports.json');
    expect(() => readAirports({ format: 'tickway-airports/1', airports: [{ code: 'LHR' }, {}] })).toThrow(
      'airport 0',
    );
    expect(() => readAirports([])).toThrow('tickway-airports/1');
  });
});
