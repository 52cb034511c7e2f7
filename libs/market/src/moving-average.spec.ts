import fc from 'fast-check';
import { exponentialAverage, simpleAverage, slide, type LastValues } from './moving-average';

const closes = fc.array(
  fc.integer({ min: 1, max: 1_000_000 }).map((price) => price / 100),
  { minLength: 1, maxLength: 80 },
);
const length = fc.integer({ min: 1, max: 30 });

const simply = (values: readonly number[], over: number) =>
  simpleAverage(over)(values.reduce<LastValues>(slide(over), []));

const exponentially = (values: readonly number[], over: number) =>
  values.reduce<number | undefined>(exponentialAverage(over), undefined);

describe('a simple moving average', () => {
  it('is not there until it has seen enough', () => {
    expect(simply([1, 2], 3)).toBeUndefined();
    expect(simply([1, 2, 3], 3)).toBe(2);
    expect(simply([1, 2, 3, 10], 3)).toBe(5);
  });

  it('is, value by value, the mean of the last ones', () => {
    fc.assert(
      fc.property(closes, length, (values, over) => {
        const last = values.slice(-over);
        const mean = last.reduce((sum, value) => sum + value, 0) / over;
        expect(simply(values, over)).toBe(last.length < over ? undefined : mean);
      }),
    );
  });

  it('keeps no more values than it needs, and leaves the old window as it was', () => {
    const window = [1, 2, 3];
    expect(slide(3)(window, 4)).toEqual([2, 3, 4]);
    expect(window).toEqual([1, 2, 3]);
  });
});

describe('an exponential moving average', () => {
  it('begins with the first value and goes a part of the way to each next one', () => {
    expect(exponentially([10], 3)).toBe(10);
    expect(exponentially([10, 20], 3)).toBe(15);
    expect(exponentially([10, 20, 11], 3)).toBe(13);
  });

  it('is, value by value, the sum of all values by weights that die out', () => {
    fc.assert(
      fc.property(closes, length, (values, over) => {
        const weight = 2 / (over + 1);
        const newestFirst = [...values].reverse();
        const plain = newestFirst.reduce((sum, value, age) => {
          const share = age === values.length - 1 ? 1 : weight;
          return sum + value * share * (1 - weight) ** age;
        }, 0);
        expect(exponentially(values, over)).toBeCloseTo(plain, 6);
      }),
    );
  });

  it('stays between the lowest and the highest value', () => {
    fc.assert(
      fc.property(closes, length, (values, over) => {
        const average = exponentially(values, over);
        expect(average).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(average).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});
