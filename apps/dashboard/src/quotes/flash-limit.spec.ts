import { flashLimit } from './flash-limit';

describe('flash limit', () => {
  it('lets a cell that changes ten times a second flash three times a second', () => {
    const mayFlash = flashLimit();
    const cell = {};
    const flashes = Array.from({ length: 100 }, (_, i) => i * 100).filter((now) => mayFlash(cell, now));
    for (const from of flashes)
      expect(flashes.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(3);
    expect(flashes.length).toBeGreaterThanOrEqual(25);
  });

  it('lets a cell that changes seldom flash each time', () => {
    const mayFlash = flashLimit();
    const cell = {};
    expect([0, 400, 800, 2000].map((now) => mayFlash(cell, now))).toEqual([true, true, true, true]);
  });

  it('counts each cell by itself', () => {
    const mayFlash = flashLimit();
    expect([mayFlash({}, 0), mayFlash({}, 1)]).toEqual([true, true]);
  });
});
