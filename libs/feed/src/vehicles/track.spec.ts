import { distanceBetween } from '@tickway/tracking';
import fc from 'fast-check';
import { onTrack, trackOf } from './track';

const step = fc.integer({ min: -2000, max: 2000 });
const line = fc.array(fc.tuple(step, step), { minLength: 2, maxLength: 30 });
const codedLine = line.map((steps) => [4070000, -7400000, ...steps.flat()]);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a track', () => {
  it('measures like the sphere does, to a thousandth', () => {
    fc.assert(
      fc.property(codedLine, (coded) => {
        const { line, metres } = trackOf(coded);
        let sum = 0;
        for (let i = 2; i < line.length; i += 2)
          sum += distanceBetween(
            { lat: line[i - 2]!, lon: line[i - 1]! },
            { lat: line[i]!, lon: line[i + 1]! },
          );
        expect(Math.abs(metres.at(-1)! - sum)).toBeLessThanOrEqual(0.001 * sum + 0.001);
      }),
      { seed: 20261122 },
    );
  });

  it('gives places no farther apart than the way between them', () => {
    fc.assert(
      fc.property(codedLine, share, share, (coded, a, b) => {
        const track = trackOf(coded);
        const length = track.metres.at(-1)!;
        const apart = distanceBetween(onTrack(track, a * length), onTrack(track, b * length));
        expect(apart).toBeLessThanOrEqual(Math.abs(a - b) * length * 1.001 + 0.01);
      }),
      { seed: 20261122 },
    );
  });

  it('points along the segment it is on', () => {
    const corner = trackOf([4070000, -7400000, 0, 1000, 1000, 0]);
    expect(onTrack(corner, 10).course).toBeCloseTo(90, 1);
    expect(onTrack(corner, corner.metres[1]! + 10).course).toBeCloseTo(0, 1);
  });

  it('ends where it ends', () => {
    const track = trackOf([4070000, -7400000, 500, 500]);
    expect(onTrack(track, -5)).toMatchObject({ lat: 40.7, lon: -74 });
    expect(onTrack(track, 1e6).lat).toBeCloseTo(40.705, 9);
    expect(onTrack(track, 1e6).lon).toBeCloseTo(-73.995, 9);
  });

  it('has places even when all of them are the same', () => {
    expect(onTrack(trackOf([4070000, -7400000, 0, 0]), 3)).toEqual({ lat: 40.7, lon: -74, course: 0 });
  });
});
