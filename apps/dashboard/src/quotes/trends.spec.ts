import { changedTrends, drawTrend, type Trends } from './trends';

const [rising, falling] = [
  [1, 2, 3],
  [3, 2, 1],
];

const trends = (about: Partial<Trends> = {}): Trends => ({
  ...{ prices: [rising, falling], row: 30, middle: 15, ratio: 1, ink: 'rgb(0, 0, 0)' },
  ...about,
});

describe('trends', () => {
  it('are drawn anew where a price was added, and only there', () => {
    expect(changedTrends(trends(), trends())).toEqual([]);
    expect(changedTrends(trends(), trends({ prices: [rising, [...falling, 4]] }))).toEqual([1]);
  });

  it('are all drawn anew when rows come or go, and for another look or size', () => {
    const others = [{ prices: [rising] }, { row: 50 }, { middle: 13 }, { ratio: 2 }, { ink: 'rgb(9, 9, 9)' }];
    expect(others.map((about) => changedTrends(trends(), trends(about)).length)).toEqual([1, 2, 2, 2, 2]);
  });

  it('go around their middle line', () => {
    const points: unknown[] = [];
    const pen = { lineWidth: 0, beginPath: () => undefined, stroke: () => undefined };
    drawTrend({ ...pen, lineTo: (x: number, y: number) => void points.push([x, y]) }, rising, 45);
    expect(points).toEqual([
      [0, 54],
      [32, 45],
      [64, 36],
    ]);
  });
});
