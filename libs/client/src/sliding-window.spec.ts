import { SlidingWindow } from './sliding-window';

const window = () => new SlidingWindow(10_000);

describe('a sliding window', () => {
  it('knows nothing before the first value', () => {
    expect(window().percentiles(0)).toBeUndefined();
  });

  it('tells percentiles to within 2 %, and the greatest value exactly', () => {
    const times = window();
    for (let ms = 1; ms <= 1_000; ms++) times.add(ms, 5_000);
    const found = times.percentiles(5_000);
    expect(found?.samples).toBe(1_000);
    expect(found?.max).toBe(1_000);
    const near = (value: number) => ({ from: value * 0.98, to: value * 1.02 });
    for (const [share, { from, to }] of [
      ['p50', near(500)],
      ['p95', near(950)],
      ['p99', near(990)],
    ] as const) {
      expect(found?.[share]).toBeGreaterThan(from);
      expect(found?.[share]).toBeLessThan(to);
    }
  });

  it('forgets what is older than the window', () => {
    const times = window();
    times.add(900, 0);
    times.add(5, 8_000);
    expect(times.percentiles(9_999)?.max).toBe(900);
    expect(times.percentiles(10_000)).toMatchObject({ max: 5, samples: 1 });
    expect(times.percentiles(60_000)).toBeUndefined();
  });

  it('flags negative values and counts them as 0', () => {
    const times = window();
    times.add(-40, 0);
    times.add(10, 0);
    expect(times.percentiles(0)).toMatchObject({ p50: 0, negative: 1, samples: 2 });
  });

  it('begins anew when the clock is set back', () => {
    const times = window();
    times.add(900, 3_600_000);
    times.add(5, 0);
    expect(times.percentiles(0)).toMatchObject({ max: 5, samples: 1 });
  });
});
