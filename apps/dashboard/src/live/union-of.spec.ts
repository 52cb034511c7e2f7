import { parseKey, type Filter } from '@tickway/protocol';
import { unionOf } from './union-of';

const keys = (...names: string[]): Filter => ({ keys: names.map(parseKey) });

describe('union of filters', () => {
  it('names each key once, in order, so that equal wishes are equal', () => {
    expect(unionOf([keys('b', 'a'), keys('a', 'c')])).toEqual(keys('a', 'b', 'c'));
    expect(unionOf([{ cells: ['1'] }, { cells: ['0', '1'] }])).toEqual({ cells: ['0', '1'] });
  });

  it('is everything as soon as one wants everything', () => {
    expect(unionOf([keys('a'), undefined])).toBeUndefined();
  });

  it('is no key when nobody wants one', () => {
    expect(unionOf([keys()])).toEqual({ keys: [] });
  });

  it('is everything when it cannot be said within the limits, or in one kind', () => {
    expect(unionOf([keys(...Array.from({ length: 513 }, (_, i) => `k${i}`))])).toBeUndefined();
    expect(unionOf([keys('a'), { cells: ['0'] }])).toBeUndefined();
  });
});
