import { wayPoints } from './draw-great-circle';
import { project } from './world';

const [auckland, losAngeles] = [
  { lat: -37.012, lon: 174.786 },
  { lat: 33.9425, lon: -118.408 },
];

describe('the way of a flight', () => {
  it('goes on beyond the date line instead of back around the world', () => {
    const line = wayPoints(auckland, losAngeles);
    for (const [i, point] of line.entries())
      expect(Math.abs(point.x - (line[i - 1] ?? point).x)).toBeLessThan(1);
    expect(line.at(-1)?.x).toBeCloseTo(project(33.9425, -118.408).x + 256, 6);
  });

  it('leads west over the date line too', () => {
    const line = wayPoints(losAngeles, auckland);
    expect(line.at(-1)?.x).toBeCloseTo(project(-37.012, 174.786).x - 256, 6);
  });

  it('bends to the pole, as the shortest way does', () => {
    const line = wayPoints({ lat: 51.47, lon: -0.45 }, { lat: 35.55, lon: 139.78 });
    expect(Math.min(...line.map(({ y }) => y))).toBeLessThan(project(65, 0).y);
  });

  it('is a line between neighbours as well', () => {
    expect(wayPoints(auckland, { lat: -37.02, lon: 174.8 })).toHaveLength(2);
  });
});
