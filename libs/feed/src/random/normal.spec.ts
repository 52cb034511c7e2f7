import { exponential } from './exponential';
import { normal } from './normal';
import { streamOf } from './stream-of';

const COUNT = 400_000;

describe('normal', () => {
  const random = streamOf(7, 'normal');
  const numbers = Array.from({ length: COUNT }, () => normal(random));
  const moment = (power: number) => numbers.reduce((sum, x) => sum + x ** power, 0) / COUNT;
  const share = (bound: number) => numbers.filter((x) => Math.abs(x) > bound).length / COUNT;

  it('has mean 0, variance 1, no skew and kurtosis 3', () => {
    expect(moment(1)).toBeCloseTo(0, 2);
    expect(moment(2)).toBeCloseTo(1, 2);
    expect(Math.abs(moment(3))).toBeLessThan(0.03);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.06);
  });

  it.each([
    [1, 0.3173],
    [2, 0.0455],
    [3, 0.0027],
    [3.6, 0.000318],
  ])('is beyond %d deviations as often as it must be, in the layers and in the tail', (bound, expected) => {
    const fourErrors = 4 * Math.sqrt(expected / COUNT);
    expect(Math.abs(share(bound) - expected)).toBeLessThan(fourErrors);
  });
});

describe('exponential', () => {
  it('has the mean it is given and is never negative', () => {
    const random = streamOf(7, 'exponential');
    const times = Array.from({ length: COUNT }, () => exponential(random, 250));
    expect(times.reduce((sum, t) => sum + t, 0) / COUNT).toBeCloseTo(250, -1);
    expect(times.every((t) => t >= 0)).toBe(true);
  });
});
