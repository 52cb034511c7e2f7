import { Histogram } from './histogram';

function histogram(...values: readonly number[]): Histogram {
  const made = new Histogram();
  for (const value of values) made.add(value);
  return made;
}

describe('histogram', () => {
  it('knows nothing before the first time', () => expect(histogram().spread()).toBeUndefined());

  it('has an exact mean and maximum, and percentiles within 1 %', () => {
    const spread = histogram(...Array.from({ length: 1000 }, (_, i) => i + 1)).spread();
    expect(spread).toMatchObject({ mean: 500.5, min: 1, max: 1000, samples: 1000 });
    const exact = { p50: 500, p95: 950, p99: 990 };
    for (const share of ['p50', 'p95', 'p99'] as const)
      expect(Math.abs(spread![share] / exact[share] - 1)).toBeLessThanOrEqual(0.01);
  });

  it('never says a percentile above the maximum', () => {
    expect(histogram(7.001).spread()).toMatchObject({ p50: 7.001, p99: 7.001, max: 7.001 });
  });

  it('tells times below zero as they are', () => {
    expect(histogram(-3, 5).spread()).toMatchObject({ samples: 2, min: -3, mean: 1, p50: 0 });
  });

  it('has shares that add up to one, the outermost bars holding what lies outside', () => {
    const shares = histogram(0, 0.1, 15, 150, 99_999).shares(4, { from: 1, to: 10_000 });
    expect(shares).toEqual([0.4, 0.2, 0.2, 0.2]);
  });

  it('is empty again when cleared', () => {
    const filled = histogram(1, 2);
    filled.clear();
    expect(filled.spread()).toBeUndefined();
  });
});
