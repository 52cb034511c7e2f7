import { CRS, latLng } from 'leaflet';
import { blend, nearTo, project } from './world';

describe('world', () => {
  it('projects as Leaflet’s default map does', () => {
    for (const [lat, lon] of [
      [40.7128, -74.006],
      [-33.9, 151.2],
      [0, 0],
    ] as const) {
      const oracle = CRS.EPSG3857.latLngToPoint(latLng(lat, lon), 0);
      expect(project(lat, lon).x).toBeCloseTo(oracle.x, 9);
      expect(project(lat, lon).y).toBeCloseTo(oracle.y, 9);
    }
  });

  it('goes on beyond the date line', () => {
    const [fiji, samoa] = [project(-17, 178).x, project(-14, -172).x];
    expect(nearTo(fiji, samoa) - fiji).toBeCloseTo((10 / 360) * 256);
    expect(nearTo(fiji + 512, samoa) - fiji).toBeCloseTo(512 + (10 / 360) * 256);
    expect(nearTo(fiji, fiji)).toBe(fiji);
  });

  it('blends views so that every point moves in a straight line', () => {
    const from = { scale: 2, originX: 10, originY: 0 };
    const to = { scale: 4, originX: 30, originY: 8 };
    const at = (view: typeof from, x: number) => x * view.scale - view.originX;
    expect(at(blend(from, to, 0.25), 7)).toBeCloseTo(0.75 * at(from, 7) + 0.25 * at(to, 7));
    expect(blend(from, to, 1)).toEqual(to);
  });
});
