import { streamOf } from '../random';
import { accuracyOf, gpsError, openSky, urbanCanyon, type Sky } from './gps-error';

const quantile = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? NaN;

/** Distances off, of many receivers a while. */
const distances = (sky: Sky) =>
  Array.from({ length: 400 }, (_, i) => {
    const error = gpsError(sky, streamOf(i, 'gps'));
    return Array.from({ length: 50 }, () => Math.hypot(...error(120)));
  }).flat();

/** Correlation of the eastward error with itself some seconds later. */
function memory(sky: Sky, seconds: number): number {
  let [product, square] = [0, 0];
  for (let i = 0; i < 4000; i++) {
    const error = gpsError(sky, streamOf(i, 'memory'));
    const [now] = error(0);
    const [later] = error(seconds);
    product += now * later;
    square += (now * now + later * later) / 2;
  }
  return product / square;
}

describe('gpsError', () => {
  it.each([
    ['under an open sky', { sky: openSky, median: 2.45, most: 5 }],
    ['between high buildings', { sky: urbanCanyon, median: 8.1, most: 16.8 }],
  ])('%s is off as far as receivers are', (_, { sky, median, most }) => {
    const found = distances(sky);
    expect(Math.abs(quantile(found, 0.5) / median - 1)).toBeLessThan(0.05);
    expect(Math.abs(quantile(found, 0.95) / most - 1)).toBeLessThan(0.05);
    expect(Math.abs(quantile(found, 0.68) / accuracyOf(sky) - 1)).toBeLessThan(0.05);
  });

  it('wanders, it does not scatter', () => {
    const errors = [1, 10, 60, 300].map((seconds) => memory(openSky, seconds));
    [0.93, 0.86, 0.64, 0.38].forEach((expected, i) =>
      expect(Math.abs(errors[i]! - expected)).toBeLessThan(0.06),
    );
  });

  it('has no side it leans to', () => {
    const error = gpsError(openSky, streamOf(3, 'mean'));
    let [east, north] = [0, 0];
    for (let i = 0; i < 4000; i++) {
      const [x, y] = error(3000);
      east += x / 4000;
      north += y / 4000;
    }
    expect(Math.hypot(east, north)).toBeLessThan(0.2);
  });
});
