import { spark } from './spark';

describe('spark', () => {
  it('draws what it saw from the left to the right edge, dear above cheap', () => {
    const line = spark();
    for (const [at, price] of [10, 30, 20].entries()) line.see(price, at * 1000);
    expect(line.points(60, 20)).toBe('0.0,20.0 30.0,0.0 60.0,10.0');
  });

  it('takes a price a second, whatever comes between', () => {
    const line = spark();
    expect([0, 300, 999, 1000].map((at) => line.see(at, at))).toEqual([true, false, false, true]);
  });

  it('keeps the first price however long it goes on, in a bounded number of points', () => {
    const line = spark();
    line.see(0, 0);
    for (let second = 1; second < 36_000; second++) line.see(50 + (second % 50), second * 1000);
    const points = line.points(60, 20).split(' ');
    expect(points[0]).toBe('0.0,20.0');
    expect(points.length).toBeLessThanOrEqual(60);
    expect(points.length).toBeGreaterThan(29);
  });

  it('is a line in the middle while the price stands', () => {
    const line = spark();
    line.see(5, 0);
    line.see(5, 1000);
    expect(line.points(60, 20)).toBe('0.0,10.0 60.0,10.0');
  });
});
