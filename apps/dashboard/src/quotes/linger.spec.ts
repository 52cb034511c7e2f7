import { parseKey } from '@tickway/protocol';
import { linger } from './linger';

const [a, b] = [parseKey('A'), parseKey('B')];

describe('linger', () => {
  it('wants a new key at once and keeps one that left a while', () => {
    const wanted = linger(3000);
    expect(wanted([b], 0)).toEqual([b]);
    expect(wanted([a], 1000)).toEqual([a, b]);
    expect(wanted([a], 2999)).toEqual([a, b]);
    expect(wanted([a], 3000)).toEqual([a]);
  });
});
