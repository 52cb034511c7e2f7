import { parseKey } from '@tickway/protocol';
import { told } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { revisionAt } from './revision-at';

const key = parseKey('ACME');
const frames = [tradesAt(10, [told(3)]), tradesUpTo(12, [told(4), told(5)]), tradesUpTo(20, [told(6)])];
const at = (offset: number, epoch = 'e') => revisionAt(frames, key, { epoch, offset });

describe('revision at a cursor', () => {
  it('is that of the last trade told up to it', () => {
    expect([at(10), at(11), at(12), at(19), at(20), at(99)]).toEqual([3, 3, 5, 5, 6, 6]);
  });

  it('is not known before the stretch begins, nor in another epoch', () => {
    expect([at(9), at(12, 'f')]).toEqual([undefined, undefined]);
  });

  it('is none for a symbol that has not traded', () => {
    expect(revisionAt(frames, parseKey('OTHER'), { epoch: 'e', offset: 20 })).toBe(0);
  });
});
