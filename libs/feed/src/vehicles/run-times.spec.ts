import fc from 'fast-check';
import { leastDuration } from './ride';
import { runTimes } from './run-times';
import { samplePack } from './testing/sample-pack';

const handling = { acceleration: 1.1, braking: 1.2, topSpeed: 24, dwell: 20 };
const startMs = 1_790_000_000_000;
const times = (lateness: (seconds: number) => number, more = {}) =>
  runTimes({ profile: samplePack(more).profiles[0]!, startMs, handling, lateness });
const seconds = (instants: readonly number[]) => instants.map((at) => (at - startMs) / 1000);

describe('runTimes', () => {
  it('keeps to the timetable when nothing is late, standing before each departure', () => {
    const { arrivals, departures, lateMs } = times(() => 0);
    expect(seconds(arrivals)).toEqual([0, 280, 600]);
    expect(seconds(departures)).toEqual([0, 300, 620]);
    expect(lateMs).toEqual([0, 0, 0]);
  });

  it('stands as long as the timetable says where it says so', () => {
    const { arrivals, departures } = times(() => 0, { profiles: [[0, [300, 300], [90]]] });
    expect(seconds(arrivals)).toEqual([0, 300, 690]);
    expect(seconds(departures)).toEqual([0, 390, 710]);
  });

  it('stands less when the ride needs the time', () => {
    const { arrivals, departures } = times(() => 0, { profiles: [[0, [70, 300]]] });
    expect(seconds(arrivals)[1]).toBeCloseTo(leastDuration(1000, handling), 3);
    expect(seconds(departures)).toEqual([0, 70, 390]);
  });

  it('drives no faster than it can where the timetable asks for it', () => {
    const { arrivals, departures, lateMs } = times(() => 0, { profiles: [[0, [30, 300]]] });
    expect(seconds(arrivals)[1]).toBeCloseTo(leastDuration(1000, handling), 3);
    expect(lateMs[1]).toBe(departures[1]! - startMs - 30_000);
    expect(seconds(arrivals)[2]).toBe(330);
  });

  it('is late by what it is told, and says so', () => {
    const { departures, lateMs } = times(() => 45);
    expect(seconds(departures)).toEqual([45, 345, 665]);
    expect(lateMs).toEqual([45_000, 45_000, 45_000]);
  });

  it('is never early at a departure', () => {
    expect(seconds(times(() => -500).departures)).toEqual([0, 300, 620]);
  });

  it('makes up no more than its engine can', () => {
    const delays = [400, 0, 0];
    const { arrivals, departures } = times(() => delays.shift() ?? 0);
    const ride = arrivals[1]! - departures[0]!;
    expect(ride / 1000).toBeCloseTo(leastDuration(1000, handling), 6);
    expect(departures[1]! - arrivals[1]!).toBe(20_000);
  });

  it('goes from stop to stop in order, whatever delays it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 3, maxLength: 3 }), (delays) => {
        const given = [...delays];
        const { arrivals, departures, lateMs } = times(() => given.shift() ?? 0);
        arrivals.forEach((arrival, i) => {
          expect(departures[i]!).toBeGreaterThanOrEqual(arrival);
          if (i > 0) expect(arrival).toBeGreaterThan(departures[i - 1]!);
          expect(lateMs[i]!).toBeGreaterThanOrEqual(0);
        });
      }),
      { seed: 20261122 },
    );
  });
});
