import { Histogram } from './histogram';

const of = (times: readonly number[]) => {
  const histogram = new Histogram();
  for (const time of times) histogram.record(time);
  return histogram;
};

describe('a histogram of times', () => {
  it('has exact percentiles at a millisecond', () => {
    const hundred = of(Array.from({ length: 100 }, (_, i) => 100 - i));
    expect(hundred.spread()).toEqual({ mean: 50.5, p50: 50, p95: 95, p99: 99, max: 100 });
  });

  it('takes many of one time at once', () => {
    const histogram = of([10]);
    histogram.record(20, 3);
    expect(histogram.spread()).toMatchObject({ mean: 17.5, p50: 20 });
    expect(histogram.count).toBe(4);
  });

  it('says nothing of nothing', () => {
    expect(of([]).spread()).toBeUndefined();
  });

  it('keeps the mean and the maximum of times beyond its end', () => {
    expect(of([90_000]).spread()).toMatchObject({ mean: 90_000, max: 90_000, p50: 60_000 });
  });

  it('forgets everything when it is cleared', () => {
    const histogram = of([-3, 90_000]);
    histogram.clear();
    expect([histogram.count, histogram.negative, histogram.spread()]).toEqual([0, 0, undefined]);
  });

  it('tells negative times, which only wrong clocks make', () => {
    expect(of([-2, 3]).negative).toBe(1);
  });
});
