import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Fields } from '@tickway/protocol';
import { Announcer } from '../../alerts/announcer';
import { CONNECT } from '../../live/connect';
import { fakeConnection } from '../../live/testing/fake-connection';
import { FenceWatch } from './fence-watch';
import { Geofences } from './geofences';

const bus = (lat: number, route = 'M15'): Fields => ({
  ...{ lat, lon: -74, course: 0, speed: 9, state: 'moving', system: 'bus', route },
});
const [INSIDE, OUTSIDE] = [40.7, 40.8];

async function watching() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: CONNECT, useValue: () => connection }],
  });
  const announcer = TestBed.inject(Announcer);
  announcer.sound.set(false);
  const [watch, fences] = [TestBed.inject(FenceWatch), TestBed.inject(Geofences)];
  const settle = (ms = 100) => jest.advanceTimersByTimeAsync(ms);
  const say = async (lat: number, route?: string) => {
    connection.snapshot('positions', { b1: bus(lat, route) });
    await settle();
  };
  await settle();
  return {
    ...{ connection, fences, watch, say, settle, announcer },
    told: () => watch.crossings().map(({ type, route }) => `${route} ${type}`),
  };
}

const depot = { lat: INSIDE, lon: -74 };

describe('the watch over geofences', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 2000 });
    localStorage.clear();
  });
  afterEach(() => void jest.useRealTimers());

  it('tells who entered and left from the first fix after it was made, newest first, on whichever page', async () => {
    const { fences, say, told, settle } = await watching();
    fences.addAround(depot, 'Depot');
    await settle();
    await say(OUTSIDE);
    await say(INSIDE);
    await say(OUTSIDE);
    expect(told()).toEqual(['M15 left', 'M15 entered']);
  });

  it('asks for the cells of its areas only, and for nothing without areas', async () => {
    const { connection, fences, settle } = await watching();
    expect(connection.wishes).toEqual([]);
    fences.addAround(depot, 'Depot');
    await settle();
    expect(connection.wishes.at(-1)).toMatch(/^feeds,positions\[[0-3 ]+\]$/);
    fences.remove('1');
    await settle();
    expect(connection.wishes.at(-1)).toBe('feeds');
  });

  it('says it in words with its lateness, the first at once and what follows together', async () => {
    const { fences, say, settle, announcer, watch } = await watching();
    fences.addAround(depot, 'Depot');
    await settle();
    await say(OUTSIDE);
    await say(INSIDE);
    expect(announcer.said()).toMatch(/^M15 entered Depot, known 2\.\d+ s after its fix\.$/);
    for (const lat of [OUTSIDE, INSIDE, OUTSIDE, INSIDE]) await say(lat);
    await settle(5000);
    expect(announcer.said()).toMatch(
      /^(M15 (entered|left) Depot, known \d+\.\d+ s after its fix\. ){3}And 1 more\.$/,
    );
    await settle(15_000);
    expect(watch.latest()).toEqual([]);
  });

  it('keeps quiet about an area that the viewer does not want to be told of, and writes it down all the same', async () => {
    const { fences, say, settle, announcer, told } = await watching();
    fences.addAround(depot, 'Depot');
    fences.tellOf('1', false);
    await settle();
    await say(OUTSIDE);
    await say(INSIDE);
    expect([told(), announcer.said()]).toEqual([['M15 entered'], '']);
  });
});
