import { spark } from './spark';

describe('spark', () => {
  it('takes a price a second, whatever comes between', () => {
    const line = spark();
    expect([0, 300, 999, 1000].map((at) => line.see(at, at))).toEqual([true, false, false, true]);
    expect(line.prices()).toEqual([0, 1000]);
  });

  it('is another array when it changed, and only then', () => {
    const line = spark();
    line.see(5, 0);
    const before = line.prices();
    line.see(6, 300);
    expect(line.prices()).toBe(before);
    line.see(6, 1000);
    expect(line.prices()).not.toBe(before);
  });

  it('keeps the first price however long it goes on, in a bounded number of points', () => {
    const line = spark();
    line.see(0, 0);
    for (let second = 1; second < 36_000; second++) line.see(50 + (second % 50), second * 1000);
    const prices = line.prices();
    expect(prices[0]).toBe(0);
    expect(prices.length).toBeLessThanOrEqual(60);
    expect(prices.length).toBeGreaterThan(29);
  });
});
