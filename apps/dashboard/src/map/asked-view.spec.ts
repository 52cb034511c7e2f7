import { cellOf, type Bounds } from '@tickway/tracking';
import { askedView, within } from './asked-view';

const at = (lat: number, lon: number, size = 0.1): Bounds => ({
  south: lat,
  west: lon,
  north: lat + size,
  east: lon + size,
});

describe('asked view', () => {
  it('covers every place of the view and of its margin', () => {
    const { filter } = askedView(at(40.7, -74), undefined);
    const covers = (lat: number, lon: number) => {
      const place = cellOf(lat, lon);
      return filter.cells.some((cell) => place.startsWith(cell));
    };
    expect([covers(40.7, -74), covers(40.79, -73.91), covers(40.68, -74.02)]).toEqual([true, true, true]);
    expect(covers(41.2, -74)).toBe(false);
  });

  it('stays as it is while the view moves within the margin, and follows beyond it', () => {
    const first = askedView(at(40.7, -74), undefined);
    expect(askedView(at(40.72, -74), first)).toBe(first);
    expect(askedView(at(40.73, -74), first)).not.toBe(first);
  });

  it('stays at a small step nearer and lets go at a large one, and at once when the view grows', () => {
    const first = askedView(at(40.7, -74), undefined);
    expect(askedView(at(40.71, -73.99, 0.08), first)).toBe(first);
    expect(askedView(at(40.72, -73.98, 0.05), first)).not.toBe(first);
    expect(askedView(at(40.65, -74.05, 0.2), first)).not.toBe(first);
  });

  it('reaches over the date line as the map does', () => {
    const fiji = { south: -20, west: 175, north: -15, east: 185 };
    expect([within(fiji, -17, 178), within(fiji, -17, -179), within(fiji, -17, -174)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(within({ ...fiji, west: -185, east: -175 }, -17, 178)).toBe(true);
    const first = askedView(fiji, undefined);
    expect(askedView({ ...fiji, west: 176, east: 186 }, first)).toBe(first);
    expect(askedView({ ...fiji, west: -185, east: -175 }, first)).toBe(first);
    expect(first.filter.cells.some((cell) => cellOf(-17, -179).startsWith(cell))).toBe(true);
  });

  it('leaves room for the geofences in what a filter may name', () => {
    for (const size of [0.001, 0.01, 0.1, 1, 3, 10])
      expect(askedView(at(40, -74, size), undefined).filter.cells.length).toBeLessThanOrEqual(160);
  });
});
