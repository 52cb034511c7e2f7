import fc from 'fast-check';
import { bearingBetween, distanceBetween, EARTH_RADIUS, turnBetween } from './distance';
import { greatCircle, placeAway } from './great-circle';

const london = { lat: 51.47, lon: -0.4543 };
const tokyo = { lat: 35.5523, lon: 139.78 };
const auckland = { lat: -37.012, lon: 174.786 };
const losAngeles = { lat: 33.9425, lon: -118.408 };

const place = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('a great circle', () => {
  it('begins and ends at its places and is as long as the way between them', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const { length, placeAt } = greatCircle(from, to);
        expect(Math.abs(length - distanceBetween(from, to))).toBeLessThan(0.5);
        expect(distanceBetween(placeAt(0), from)).toBeLessThan(0.01);
        expect(distanceBetween(placeAt(length), to)).toBeLessThan(0.5);
      }),
      { seed: 20261122 },
    );
  });

  it('goes evenly: its middle is as far from both ends', () => {
    const { length, placeAt } = greatCircle(london, tokyo);
    const middle = placeAt(length / 2);
    expect(distanceBetween(london, middle)).toBeCloseTo(length / 2, 0);
    expect(distanceBetween(middle, tokyo)).toBeCloseTo(length / 2, 0);
    // Over the Arctic coast of Siberia, far north of both.
    expect(middle.lat).toBeGreaterThan(65);
  });

  it('goes in the direction that it says, all the way', () => {
    const { length, placeAt } = greatCircle(auckland, losAngeles);
    for (let metres = 0; metres < length - 1000; metres += length / 40) {
      const { course, ...here } = placeAt(metres);
      expect(Math.abs(turnBetween(course, bearingBetween(here, placeAt(metres + 1000))))).toBeLessThan(0.1);
    }
  });

  it('crosses the date line without a jump', () => {
    const { length, placeAt } = greatCircle(auckland, losAngeles);
    const lons = Array.from({ length: 200 }, (_, i) => placeAt((length * i) / 199).lon);
    const jumps = lons.filter((lon, i) => i > 0 && Math.abs(lon - (lons[i - 1] ?? lon)) > 180);
    expect(jumps).toHaveLength(1);
    for (let i = 0; i < 199; i++) {
      const [here, next] = [placeAt((length * i) / 199), placeAt((length * (i + 1)) / 199)];
      expect(distanceBetween(here, next)).toBeCloseTo(length / 199, 0);
    }
  });

  it('goes right over the pole where that is the way', () => {
    const [a, b] = [
      { lat: 70, lon: 20 },
      { lat: 70, lon: -160 },
    ];
    const { length, placeAt } = greatCircle(a, b);
    expect(placeAt(length / 2).lat).toBeCloseTo(90, 4);
    expect(placeAt(length * 0.25)).toMatchObject({
      lon: expect.closeTo(20, 6),
      course: expect.closeTo(0, 6),
    });
    expect(placeAt(length * 0.75)).toMatchObject({
      lon: expect.closeTo(-160, 6),
      course: expect.closeTo(180, 6),
    });
  });

  it('has a way between opposite places, and one of no length between equal ones', () => {
    const opposite = greatCircle({ lat: 10, lon: 20 }, { lat: -10, lon: -160 });
    expect(opposite.length).toBeCloseTo(Math.PI * EARTH_RADIUS, 0);
    expect(opposite.placeAt(1_000_000).lat).toBeGreaterThan(10);
    expect(greatCircle(london, london).length).toBeCloseTo(0, 6);
  });
});

describe('a place away', () => {
  it('is so far in that direction', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 359.9, noNaN: true }), (from, course) => {
        fc.pre(Math.abs(from.lat) < 89.9);
        const there = placeAway(from, course, 5000);
        expect(distanceBetween(from, there)).toBeCloseTo(5000, 1);
        expect(Math.abs(turnBetween(course, bearingBetween(from, there)))).toBeLessThan(0.01);
      }),
      { seed: 20261122 },
    );
  });

  it('beyond the date line has a longitude of the other side', () => {
    expect(placeAway({ lat: 0, lon: 179.99 }, 90, 5000).lon).toBeCloseTo(-179.965, 3);
  });
});
