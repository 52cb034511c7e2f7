import { cellsFilter, limits } from '@tickway/protocol';
import fc from 'fast-check';
import { cellOf, cellsOf } from './cell';

const latitude = fc.double({ min: -85, max: 85, noNaN: true });
const longitude = fc.double({ min: -180, max: 179.999999, noNaN: true });
const small = fc.double({ min: 0, max: 3, noNaN: true });

describe('cellOf', () => {
  it('is the quadkey of the web map tile', () => {
    // Times Square is in tile 4824/6157 of zoom 14.
    expect(cellOf(40.758, -73.9855, 14)).toBe('03201011013202');
    expect(cellOf(0.1, -0.1, 1)).toBe('0');
    expect(cellOf(-0.1, 0.1, 1)).toBe('3');
  });

  it('begins with every coarser cell of the same place', () => {
    fc.assert(
      fc.property(latitude, longitude, fc.integer({ min: 1, max: 13 }), (lat, lon, zoom) => {
        expect(cellOf(lat, lon)).toHaveLength(limits.cellZoom);
        expect(cellOf(lat, lon).startsWith(cellOf(lat, lon, zoom))).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('stays on the map at the poles and beyond the date line', () => {
    expect(cellOf(90, 0, 2)).toMatch(/^[01]{2}$/);
    expect(cellOf(-90, 0, 2)).toMatch(/^[23]{2}$/);
    expect(cellOf(10, 190)).toBe(cellOf(10, -170));
    expect(cellOf(10, 180)).toBe(cellOf(10, -180));
  });
});

describe('cellsOf', () => {
  const manhattan = { south: 40.7, west: -74.02, north: 40.88, east: -73.91 };

  it('covers every place of the view, with at most as many cells as asked for', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const view = fc.record({ south: latitude, west: longitude, height: small, width: small });
    fc.assert(
      fc.property(view, share, share, ({ south, west, height, width }, up, right) => {
        const cells = cellsOf({ south, west, north: south + height, east: west + width }, { most: 20 });
        expect(cells.length).toBeLessThanOrEqual(20);
        const inside = cellOf(south + up * height, west + right * width);
        expect(cells.some((cell) => inside.startsWith(cell))).toBe(true);
      }),
      { seed: 20261122 },
    );
  });

  it('is as fine as the number allows', () => {
    const fine = cellsOf(manhattan);
    const coarse = cellsOf(manhattan, { most: 4 });
    expect(fine[0]).toHaveLength(14);
    expect(coarse.length).toBeLessThanOrEqual(4);
    expect(coarse[0]!.length).toBeLessThan(14);
  });

  it('names each cell once and makes a filter that the protocol takes', () => {
    const cells = cellsOf(manhattan);
    expect(new Set(cells).size).toBe(cells.length);
    expect(cellsFilter(cells).cells).toHaveLength(cells.length);
  });

  it('gives the whole world four cells, however few are asked for', () => {
    const world = { south: -90, west: -180, north: 90, east: 179.9 };
    expect([...cellsOf(world, { most: 1 })].sort()).toEqual(['0', '1', '2', '3']);
  });

  it('reaches over the date line, written either way', () => {
    const fiji = { south: -19, west: 176, north: -15, east: 182 };
    expect(cellsOf(fiji)).toEqual(cellsOf({ ...fiji, east: -178 }));
    expect(cellsOf(fiji).some((cell) => cellOf(-17, -179).startsWith(cell))).toBe(true);
  });
});
