import fc from 'fast-check';
import { change, changePercent, mid, spread } from './figures';
import { isIndex } from './quote';
import { indexLevel, quote } from './testing/quote';

describe('figures of a quote', () => {
  it('finds mid and spread without the noise of binary fractions', () => {
    expect(mid(quote({ bid: 101.2, ask: 101.3 }))).toBe(101.25);
    expect(spread(quote({ bid: 101.2, ask: 101.3 }))).toBe(0.1);
  });

  it('has no mid and no spread for an index', () => {
    const level = indexLevel();
    expect(isIndex(level)).toBe(true);
    expect(mid(level)).toBeUndefined();
    expect(spread(level)).toBeUndefined();
  });

  it('tells the change since the previous close in dollars and per cent', () => {
    const fallen = quote({ last: 99.1, previousClose: 100 });
    expect(change(fallen)).toBe(-0.9);
    expect(changePercent(fallen)).toBeCloseTo(-0.9, 10);
    expect(changePercent(quote({ last: 100, previousClose: 100 }))).toBe(0);
  });

  it('keeps mid between the prices, and bid + spread at the ask, whatever they are', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 10_000 }), (low, width) => {
        const one = quote({ bid: low / 100, ask: (low + width) / 100 });
        expect(spread(one)).toBe(width / 100);
        expect(mid(one)).toBe((2 * low + width) / 200);
      }),
    );
  });
});
