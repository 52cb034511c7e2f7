import fc from 'fast-check';
import { leastDuration, metresAfter, rideOf, speedAfter } from './ride';

const handling = { acceleration: 1.1, braking: 1.2, topSpeed: 24, dwell: 20 };
const tenths = (most: number) => fc.integer({ min: 0, max: 10 * most }).map((number) => number / 10);
const length = tenths(8000);
/** A length and a time that is enough for it. */
const way = fc
  .tuple(length, tenths(300))
  .map(([metres, spare]) => [metres, leastDuration(metres, handling) + spare + 0.01] as const);
const share = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);

describe('a ride', () => {
  it('starts at 0, arrives on time and never goes back', () => {
    fc.assert(
      fc.property(way, share, share, ([metres, seconds], a, b) => {
        const ride = rideOf(metres, seconds, handling);
        expect(metresAfter(ride, 0)).toBe(0);
        expect(metresAfter(ride, seconds)).toBe(metres);
        const [early, late] = [Math.min(a, b) * seconds, Math.max(a, b) * seconds];
        expect(metresAfter(ride, early)).toBeLessThanOrEqual(metresAfter(ride, late) + 1e-6);
        expect(metresAfter(ride, late)).toBeLessThanOrEqual(metres + 1e-6);
      }),
      { seed: 20261122 },
    );
  });

  it('has the speed by which its metres grow', () => {
    fc.assert(
      fc.property(way, share, ([metres, seconds], at) => {
        const ride = rideOf(metres, seconds, handling);
        const [before, after] = [at * seconds - 0.001, at * seconds + 0.001];
        const measured = (metresAfter(ride, after) - metresAfter(ride, before)) / 0.002;
        // A speed-up that is over in the measured moment cannot be measured.
        fc.pre(ride.rising > 0.1 && ride.falling > 0.1 && before > 0 && after < seconds);
        expect(Math.abs(measured - speedAfter(ride, at * seconds))).toBeLessThan(0.01 * ride.cruise + 1e-6);
      }),
      { seed: 20261122 },
    );
  });

  it('speeds up and slows down as hard as it can, and no harder, when the time is enough', () => {
    const ride = rideOf(1000, 90, handling);
    expect(speedAfter(ride, 2)).toBeCloseTo(2.2);
    expect(speedAfter(ride, 88)).toBeCloseTo(2.4);
    expect(speedAfter(ride, 45)).toBe(ride.cruise);
  });

  it('takes the least time at full braking, accelerating and top speed', () => {
    fc.assert(
      fc.property(length, (metres) => {
        const least = leastDuration(metres, handling);
        const { cruise } = rideOf(metres, least * (1 + 1e-9), handling);
        expect(cruise).toBeLessThanOrEqual(handling.topSpeed * 1.001);
        expect(rideOf(metres, least + 10, handling).cruise).toBeLessThanOrEqual(cruise + 1e-6);
      }),
      { seed: 20261122 },
    );
    expect(leastDuration(0, handling)).toBe(0);
  });

  it('of no length stays where it is', () => {
    const ride = rideOf(0, 60, handling);
    expect([metresAfter(ride, 30), speedAfter(ride, 30)]).toEqual([0, 0]);
    expect(metresAfter(rideOf(0, 0, handling), 0)).toBe(0);
  });
});
