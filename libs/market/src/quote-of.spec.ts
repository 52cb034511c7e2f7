import type { FieldValue } from '@tickway/protocol';
import fc from 'fast-check';
import { quoteOf } from './quote-of';
import { indexLevel, quote } from './testing/quote';

describe('quoteOf', () => {
  it('reads a whole quote, and minds no field it does not know', () => {
    expect(quoteOf({ ...quote(), venue: 'X' })).toMatchObject(quote());
  });

  it('reads an index, which has no bid and no ask', () => {
    const index = indexLevel();
    expect(quoteOf({ ...index })).toEqual(index);
  });

  it.each<[string, FieldValue]>([
    ['bid', '101.2'],
    ['ask', null],
    ['last', 0],
    ['previousClose', -1],
    ['high', [1]],
    ['volume', 1.5],
    ['bidSize', -100],
    ['state', 'asleep'],
    ['name', 7],
  ])('does not take %s = %j for a quote', (field, value) => {
    expect(quoteOf({ ...quote(), [field]: value })).toBeUndefined();
  });

  it.each(Object.keys(indexLevel()))('takes a quote without %s for none', (field) => {
    const rest = Object.entries(quote()).filter(([name]) => name !== field);
    expect(quoteOf(Object.fromEntries(rest))).toBeUndefined();
  });

  it('never throws, whatever the fields are', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.constant(null))),
        (fields) => {
          expect(quoteOf(fields)).toBeUndefined();
        },
      ),
    );
  });
});
