import type { BaseMap } from '@tickway/tracking';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseShapes, meet } from './base-shapes';
import { parseBaseMap } from './load-base-map';
import { project } from './world';

const file = join(__dirname, '../../../../libs/feed/data/nyc/base-map.json');
const newYork = (): BaseMap => parseBaseMap(JSON.parse(readFileSync(file, 'utf8')));

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
