import { clusters } from './clusters';

const points = (count: number, x: number) => Array.from({ length: count }, (_, i) => ({ x: x + i, y: 10 }));

describe('clusters', () => {
  it('makes one of many that are close and leaves few alone', () => {
    const { crowds, alone } = clusters([...points(5, 24), ...points(3, 110)]);
    expect(crowds).toEqual([{ x: 26, y: 21, count: 5 }]);
    expect(alone).toEqual(points(3, 110));
  });

  it('keeps the numbers of neighbours apart', () => {
    const { crowds } = clusters([...points(4, 48), ...points(4, 52)]);
    expect(crowds.map(({ x }) => x)).toEqual([31, 73]);
  });

  it('loses and doubles nobody', () => {
    const all = Array.from({ length: 500 }, (_, i) => ({ x: (i * 37) % 800, y: (i * 91) % 600 }));
    const { crowds, alone } = clusters(all);
    expect(crowds.reduce((sum, { count }) => sum + count, 0) + alone.length).toBe(500);
  });
});
