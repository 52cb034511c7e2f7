import { trendPoints } from './trend-points';

const size = { width: 60, height: 20 };

describe('trend points', () => {
  it('go from the left to the right edge, dear above cheap', () => {
    expect(trendPoints([10, 30, 20], size)).toEqual([
      [0, 20],
      [30, 0],
      [60, 10],
    ]);
  });

  it('are a line in the middle while the price stands, and none without a price', () => {
    const middle = [
      [0, 10],
      [60, 10],
    ];
    expect([trendPoints([5, 5], size), trendPoints([5], size)]).toEqual([middle, middle]);
    expect(trendPoints([], size)).toEqual([]);
  });
});
