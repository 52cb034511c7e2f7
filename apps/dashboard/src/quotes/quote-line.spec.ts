import { parseKey } from '@tickway/protocol';
import { quoteLine } from './quote-line';
import { quote } from './testing/quote';

describe('quote line', () => {
  it('holds the figures made of the prices', () => {
    const line = quote({ last: 10.3, previousClose: 10, bid: 10.29, ask: 10.31 });
    expect(line).toMatchObject({ change: 0.3, spread: 0.02 });
    expect(line.percent).toBeCloseTo(3);
  });

  it('has no spread for an index', () => {
    expect(quote({ sector: 'Index' }).spread).toBeUndefined();
  });

  it('is none when the fields are not a quote', () => {
    expect(quoteLine(parseKey('ACME'), { fields: { last: 'ten' }, at: 0 })).toBeUndefined();
  });
});
