import fc from 'fast-check';
import { bearingBetween, distanceBetween, turnBetween, wholeTurn } from './distance';
import { planeAt } from './plane';

const place = fc.record({
  lat: fc.double({ min: 40.4, max: 41.2, noNaN: true }),
  lon: fc.double({ min: -74.4, max: -73.2, noNaN: true }),
});
const degrees = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('distanceBetween', () => {
  it('knows the length of a degree', () => {
    expect(distanceBetween({ lat: 40, lon: -74 }, { lat: 41, lon: -74 })).toBeCloseTo(111_195, 0);
    expect(distanceBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });

  it('is the same there and back, and 0 only to itself', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceBetween(a, b)).toBeCloseTo(distanceBetween(b, a), 6);
        expect(distanceBetween(a, a)).toBe(0);
      }),
      { seed: 20261122 },
    );
  });
});

describe('planeAt', () => {
  it('agrees with the sphere to a thousandth over some kilometres, and comes back to the same place', () => {
    const near = fc.record({
      north: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      east: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    });
    fc.assert(
      fc.property(place, near, (a, { north, east }) => {
        const b = { lat: a.lat + north, lon: a.lon + east };
        const plane = planeAt(a);
        const length = distanceBetween(a, b);
        expect(Math.abs(Math.hypot(plane.x(b.lon), plane.y(b.lat)) - length)).toBeLessThan(
          0.001 * length + 1e-6,
        );
        expect(plane.lat(plane.y(b.lat))).toBeCloseTo(b.lat, 10);
        expect(plane.lon(plane.x(b.lon))).toBeCloseTo(b.lon, 10);
      }),
      { seed: 20261122 },
    );
  });
});

describe('directions', () => {
  it.each([
    [{ lat: 41, lon: -74 }, 0],
    [{ lat: 40, lon: -73 }, 90],
    [{ lat: 39, lon: -74 }, 180],
    [{ lat: 40, lon: -75 }, 270],
  ])('to %j is about %d degrees', (to, expected) => {
    expect(Math.abs(turnBetween(bearingBetween({ lat: 40, lon: -74 }, to), expected))).toBeLessThan(0.5);
  });

  it('are in [0, 360), and turns take the short way', () => {
    fc.assert(
      fc.property(degrees, degrees, (from, to) => {
        expect(wholeTurn(from)).toBeGreaterThanOrEqual(0);
        expect(wholeTurn(from)).toBeLessThan(360);
        const turn = turnBetween(from, to);
        expect(Math.abs(turn)).toBeLessThanOrEqual(180);
        expect(Math.abs(turnBetween(from + turn, to))).toBeLessThan(1e-6);
      }),
      { seed: 20261122 },
    );
    expect(wholeTurn(-1e-14)).toBeLessThan(360);
    expect(turnBetween(350, 10)).toBeCloseTo(20);
  });
});
