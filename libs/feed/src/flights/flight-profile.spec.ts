import fc from 'fast-check';
import { flightAt, flightProfile, metresFlown } from './flight-profile';

const lengths = fc.double({ min: 200_000, max: 15_400_000, noNaN: true });
const how = { cruise: 245, ceiling: 11_000 };

describe('a flight’s profile', () => {
  it('covers the whole way, never backwards, never faster than it cruises', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const profile = flightProfile(length, how);
        expect(metresFlown(profile, profile.duration - 1e-6)).toBeCloseTo(length, 2);
        let before = 0;
        for (let i = 1; i <= 50; i++) {
          const flown = metresFlown(profile, (profile.duration * i) / 50);
          expect(flown).toBeGreaterThan(before);
          expect(flown - before).toBeLessThanOrEqual((how.cruise * profile.duration) / 50 + 1e-3);
          before = flown;
        }
      }),
      { seed: 20261122 },
    );
  });

  it('says the speed that it flies', () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (length, share) => {
        const profile = flightProfile(length, how);
        const at = share * profile.duration;
        const flown = metresFlown(profile, at + 0.5) - metresFlown(profile, at - 0.5);
        expect(Math.abs(flown - flightAt(profile, at).speed)).toBeLessThan(0.5);
      }),
      { seed: 20261122 },
    );
  });

  it('climbs, cruises at its height and descends; on a short way not so high', () => {
    const long = flightProfile(6_000_000, how);
    const heights = [0, 600, 1200, 10_000, long.duration - 750, long.duration].map(
      (seconds) => flightAt(long, seconds).altitude,
    );
    expect(heights).toEqual([0, 5500, 11_000, 11_000, 5500, 0]);
    expect(flightProfile(250_000, how).ceiling).toBeLessThan(8000);
  });
});
