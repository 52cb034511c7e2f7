import { parseKey } from '@tickway/protocol';
import { nearest } from './nearest';

const at = (key: string, x: number, y: number) => ({ key: parseKey(key), x, y, course: 0 });

describe('nearest', () => {
  const drawn = [at('A', 0, 0), at('B', 10, 0), at('C', 100, 0)];

  it('finds the closest within reach', () => {
    expect(nearest(drawn, { x: 7, y: 0 }, 12)?.key).toBe('B');
    expect(nearest(drawn, { x: 3, y: 0 }, 12)?.key).toBe('A');
  });

  it('finds nobody out of reach', () => {
    expect(nearest(drawn, { x: 50, y: 0 }, 12)).toBeUndefined();
    expect(nearest([], { x: 0, y: 0 }, 12)).toBeUndefined();
  });
});
