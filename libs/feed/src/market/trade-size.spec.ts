import { streamOf } from '../random';
import { LOT } from './best-quote';
import { median } from './testing/statistics';
import { tradeSize } from './trade-size';

describe('the size of a trade', () => {
  const random = streamOf(4, 'sizes');
  const sizes = Array.from({ length: 20_000 }, () => tradeSize(random));

  it('is a whole number of shares, at least one', () => {
    expect(sizes.every((size) => Number.isInteger(size) && size >= 1)).toBe(true);
  });

  it('is mostly in round lots, with few big ones among many small', () => {
    expect(sizes.filter((size) => size % LOT === 0).length / sizes.length).toBeCloseTo(0.6, 1);
    expect(Math.max(...sizes)).toBeGreaterThan(10 * median(sizes));
  });
});
