import { shareOn } from './log-scale';

describe('log scale', () => {
  const scale = { from: 1, to: 10_000, ticks: [] };

  it('gives each power of ten the same room', () => {
    for (const [power, value] of [1, 10, 100, 1_000, 10_000].entries())
      expect(shareOn(scale, value)).toBeCloseTo(power / 4, 9);
  });

  it('keeps what is beyond it on its ends', () => {
    expect([-4, 0, 99_999].map((value) => shareOn(scale, value))).toEqual([0, 0, 1]);
  });
});
