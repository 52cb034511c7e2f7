import type { FieldValue } from '@tickway/protocol';
import fc from 'fast-check';
import { depthOf } from './depth-of';

const book = {
  bids: [
    [101.2, 300],
    [101.19, 900],
    [101.16, 100],
  ],
  asks: [
    [101.24, 513],
    [101.25, 200],
  ],
};

describe('depthOf', () => {
  it('reads a book, and minds no field it does not know', () => {
    expect(depthOf({ ...book, venue: 'X' })).toMatchObject(book);
  });

  it('reads a book of which one side is empty', () => {
    expect(depthOf({ ...book, asks: [] })).toEqual({ ...book, asks: [] });
  });

  it.each<[string, FieldValue]>([
    ['bids', null],
    ['bids', '101.2'],
    ['bids', [101.2, 300]],
    ['asks', [[101.24]]],
    ['asks', [[101.24, 100, 1]]],
    ['asks', [[0, 100]]],
    ['asks', [[101.24, 0]]],
    ['asks', [[101.24, 1.5]]],
    ['asks', [['101.24', 100]]],
    [
      'asks',
      [
        [101.25, 100],
        [101.24, 100],
      ],
    ],
    [
      'bids',
      [
        [101.2, 100],
        [101.2, 100],
      ],
    ],
    ['asks', Array.from({ length: 11 }, (_, i) => [101 + i, 100])],
  ])('does not take %s = %j for a book', (field, value) => {
    expect(depthOf({ ...book, [field]: value })).toBeUndefined();
  });

  it('takes half a book for none', () => {
    expect(depthOf({ bids: book.bids })).toBeUndefined();
  });

  it('never throws, whatever the fields are', () => {
    const anything = fc.letrec<{ value: FieldValue }>((tie) => ({
      value: fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 })),
    })).value;
    fc.assert(
      fc.property(anything, anything, (bids, asks) => {
        const depth = depthOf({ bids, asks });
        expect(depth === undefined || Array.isArray(depth.bids)).toBe(true);
      }),
    );
  });
});
