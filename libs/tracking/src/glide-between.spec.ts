import fc from 'fast-check';
import { distanceBetween } from './distance';
import { glideBetween, type Fix } from './glide-between';
import { greatCircle } from './great-circle';
import { planeAt } from './plane';

const origin = { lat: 40.7, lon: -74 };
const plane = planeAt(origin);
const fix = (x: number, y: number, more: Partial<Fix> = {}): Fix => ({
  ...{ lat: plane.lat(y), lon: plane.lon(x), course: 90, speed: 10, at: 0 },
  ...more,
});

describe('glideBetween', () => {
  it('is at the fixes at their times, and stays there before and after', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const any = fc.record({ course: number(0, 359), speed: number(0, 30) });
    fc.assert(
      fc.property(fc.tuple(number(-900, 900), number(-900, 900)), any, any, ([x, y], a, b) => {
        const [from, to] = [fix(0, 0, a), fix(x, y, { ...b, at: 20_000 })];
        const glide = glideBetween(from, to);
        for (const at of [-5000, 0]) expect(distanceBetween(glide(at), from)).toBeLessThan(0.01);
        for (const at of [20_000, 99_000]) expect(distanceBetween(glide(at), to)).toBeLessThan(0.01);
      }),
      { seed: 20261122 },
    );
  });

  it('goes evenly between two fixes of the same speed on a straight line', () => {
    const glide = glideBetween(fix(0, 0), fix(200, 0, { at: 20_000 }));
    expect(distanceBetween(origin, glide(5000))).toBeCloseTo(50, 1);
    expect(distanceBetween(origin, glide(10_000))).toBeCloseTo(100, 1);
  });

  it('never turns back on the way into a station', () => {
    const glide = glideBetween(fix(0, 0, { speed: 15 }), fix(90, 0, { speed: 0, at: 20_000 }));
    const metres = Array.from({ length: 101 }, (_, i) => plane.x(glide(i * 200).lon));
    for (let i = 1; i < metres.length; i++) expect(metres[i]!).toBeGreaterThanOrEqual(metres[i - 1]! - 1e-6);
    expect(Math.max(...metres)).toBeLessThan(90.001);
  });

  it('rounds a quarter bend within a few metres of the track', () => {
    const radius = 200;
    const quarter = (radius * Math.PI) / 2;
    const glide = glideBetween(
      fix(0, 0, { course: 0, speed: quarter / 20 }),
      fix(radius, radius, { course: 90, speed: quarter / 20, at: 20_000 }),
    );
    for (let at = 0; at <= 20_000; at += 1000) {
      const { lat, lon } = glide(at);
      expect(Math.abs(Math.hypot(plane.x(lon) - radius, plane.y(lat)) - radius)).toBeLessThan(4);
    }
  });

  it('turns the short way', () => {
    const glide = glideBetween(fix(0, 0, { course: 350 }), fix(0, 100, { course: 10, at: 10_000 }));
    expect(glide(5000).course).toBeCloseTo(0);
    expect(glide(7500).course).toBeCloseTo(5);
  });

  it('jumps when both fixes have the same time', () => {
    expect(glideBetween(fix(0, 0), fix(50, 0))(0).lon).toBeCloseTo(plane.lon(50), 8);
  });

  it.each([
    {
      where: 'over the date line',
      ends: [
        { lat: -37, lon: 174.8 },
        { lat: 33.9, lon: -118.4 },
      ],
      share: 0.115,
    },
    {
      where: 'over the pole',
      ends: [
        { lat: 60.3, lon: 25 },
        { lat: 61.2, lon: -150 },
      ],
      share: 0.46,
    },
    {
      where: 'far north',
      ends: [
        { lat: 51.5, lon: -0.5 },
        { lat: 35.6, lon: 139.8 },
      ],
      share: 0.5,
    },
  ] as const)('keeps an aircraft on its great circle $where', ({ ends, share }) => {
    const way = greatCircle(ends[0], ends[1]);
    const speed = 245;
    const flown = (seconds: number) => way.placeAt(way.length * share + speed * seconds);
    const glide = glideBetween({ ...flown(0), speed, at: 0 }, { ...flown(300), speed, at: 300_000 });
    for (let seconds = 0; seconds <= 300; seconds += 10)
      expect(distanceBetween(glide(seconds * 1000), flown(seconds))).toBeLessThan(15);
  });
});
