import type { BaseMap } from '@tickway/tracking';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseShapes, meet } from './base-shapes';
import { parseBaseMap } from './load-base-map';
import { mapScenes } from './map-scene';
import { project } from './world';

const folder = join(__dirname, '../../../../libs/feed/data');
const baseMap = (scene: string): BaseMap =>
  parseBaseMap(JSON.parse(readFileSync(join(folder, scene, 'base-map.json'), 'utf8')));
const newYork = () => baseMap('nyc');

describe('base shapes', () => {
  it('projects every line of the committed map into its bounds', () => {
    const { bounds, ...map } = newYork();
    const shapes = baseShapes({ bounds, ...map });
    const [low, high] = [project(bounds.south, bounds.west), project(bounds.north, bounds.east)];
    const lines = [...shapes.streets, ...shapes.borders, ...shapes.rails.flatMap((rail) => rail.lines)];
    expect(lines.length).toBeGreaterThan(1000);
    for (const { box } of lines) {
      expect(box.left).toBeGreaterThanOrEqual(low.x - 0.01);
      expect(box.right).toBeLessThanOrEqual(high.x + 0.01);
      expect(box.top).toBeGreaterThanOrEqual(high.y - 0.01);
      expect(box.bottom).toBeLessThanOrEqual(low.y + 0.01);
    }
  });

  it('draws land over the date line in one piece, and the rest of the world within it', () => {
    const { land = [], box, borders } = baseShapes(baseMap('world'));
    const wide = land.flat().filter((ring) => ring.box.right > 256.5 || ring.box.left < -0.5);
    // Chukotka, Antarctica and an island or two of Fiji or Russia.
    expect(wide.length).toBeGreaterThan(1);
    expect(wide.length).toBeLessThan(12);
    expect(box.right).toBeLessThan(300);
    for (const { points } of land.flat())
      for (let i = 2; i < points.length; i += 2)
        expect(Math.abs((points[i] ?? 0) - (points[i - 2] ?? 0))).toBeLessThan(
          i < points.length - 4 ? 64 : 300,
        );
    expect(borders.length).toBeGreaterThan(150);
  });

  it.each(Object.values(mapScenes))('cover what $name can be moved over', ({ name, limits }) => {
    const { south, north, west, east } = baseMap(name).bounds;
    expect([south, north]).toEqual([limits.south, limits.north]);
    expect(name === 'world' ? [-180, 180] : [limits.west, limits.east]).toEqual([west, east]);
  });

  it('puts names where they belong', () => {
    const { places } = baseShapes(newYork());
    const of = (name: string) => places.find((place) => place.name === name);
    expect(of('Staten Island')?.y).toBeGreaterThan(of('Manhattan')?.y ?? Infinity);
  });

  it('refuses what is not a base map', () => {
    expect(() => parseBaseMap({ format: 'tiles' })).toThrow('tickway-base-map/1');
    expect(() => parseBaseMap(null)).toThrow();
  });

  it('tells whether boxes share a point', () => {
    const box = { left: 0, top: 0, right: 2, bottom: 2 };
    expect(meet(box, { left: 2, top: 1, right: 3, bottom: 3 })).toBe(true);
    expect(meet(box, { left: 2.1, top: 1, right: 3, bottom: 3 })).toBe(false);
  });
});
