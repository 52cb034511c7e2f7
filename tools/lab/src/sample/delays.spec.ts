import { delaysOf } from './delays';

describe('delays', () => {
  it('have a mean, a median and a standard deviation', () => {
    expect(delaysOf([9, 2, 5, 4, 4, 5, 7, 4])).toMatchObject({
      ...{ count: 8, mean: 5, median: 4.5, deviation: 2, max: 9 },
    });
    expect(delaysOf([3, 1, 8]).median).toBe(3);
  });

  it('are flagged over five seconds, and below none', () => {
    expect(delaysOf([-1, 0, 5_000, 5_001, 9_000])).toMatchObject({ late: 2, negative: 1 });
  });

  it('say nothing of nothing', () => {
    expect(delaysOf([])).toMatchObject({ count: 0, mean: NaN, median: NaN, max: NaN, late: 0 });
  });
});
