import fc from 'fast-check';
import { distanceBetween } from './distance';
import { isWithin, type GeofenceShape } from './geofence';
import { geofenceBounds } from './geofence-bounds';

const at = (lat: number, lon: number) => ({ lat, lon });
const polygon = (...corners: readonly (readonly [number, number])[]): GeofenceShape => ({
  type: 'polygon',
  corners: corners.map(([lat, lon]) => at(lat, lon)),
});
const place = fc.record({
  lat: fc.double({ min: 40.4, max: 41.2, noNaN: true }),
  lon: fc.double({ min: -74.4, max: -73.2, noNaN: true }),
});
const seed = { seed: 20261122 };

describe('geofence', () => {
  it('of a circle holds what is no farther from its centre than its radius', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 1, max: 50_000, noNaN: true }), (center, other, radius) => {
        expect(isWithin({ type: 'circle', center, radius }, other)).toBe(
          distanceBetween(center, other) <= radius,
        );
      }),
      seed,
    );
  });

  it('of a square holds what lies between its sides, whichever way round it was drawn', () => {
    const corners = [
      [40.6, -74.1],
      [40.6, -73.9],
      [40.9, -73.9],
      [40.9, -74.1],
    ] as const;
    for (const square of [polygon(...corners), polygon(...corners.toReversed())])
      fc.assert(
        fc.property(place, ({ lat, lon }) => {
          const inside = lat > 40.6 && lat <= 40.9 && lon >= -74.1 && lon < -73.9;
          expect(isWithin(square, at(lat, lon))).toBe(inside);
        }),
        seed,
      );
  });

  it('of a bent area leaves out its bay, and of one that crosses itself what is covered twice', () => {
    const bay = polygon([0, 0], [0, 4], [4, 4], [4, 3], [1, 2], [4, 1], [4, 0]);
    expect([isWithin(bay, at(3, 2)), isWithin(bay, at(0.5, 2)), isWithin(bay, at(3, 0.5))]).toEqual([
      false,
      true,
      true,
    ]);
    const bow = polygon([0, 0], [2, 2], [0, 2], [2, 0]);
    expect([isWithin(bow, at(1, 1.9)), isWithin(bow, at(1, 0.1)), isWithin(bow, at(0.1, 1))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has nothing in it with fewer than three corners', () => {
    expect(isWithin(polygon(), at(0, 0))).toBe(false);
    expect(isWithin(polygon([0, 0], [2, 2]), at(1, 1))).toBe(false);
  });

  it('lies within its bounds', () => {
    const shape = fc.oneof(
      fc.record({
        type: fc.constant('circle' as const),
        center: place,
        radius: fc.double({ min: 1, max: 20_000, noNaN: true }),
      }),
      fc.record({
        type: fc.constant('polygon' as const),
        corners: fc.array(place, { minLength: 3, maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(shape, place, (one, { lat, lon }) => {
        const { south, west, north, east } = geofenceBounds(one);
        const outside = lat < south || lat > north || lon < west || lon > east;
        if (outside) expect(isWithin(one, at(lat, lon))).toBe(false);
      }),
      seed,
    );
  });
});
