import fc from 'fast-check';
import { streamOf } from '../random';
import { BestQuote, LOT } from './best-quote';

const quoteAround = (price: number, halfSpread = 1.2) => {
  const quote = new BestQuote(streamOf(1, 'sizes'), 300);
  quote.around(price, halfSpread);
  return quote;
};

describe('the best quote', () => {
  it('never crosses nor locks, is on the cent, positive, and no narrower than asked', () => {
    const price = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const halfSpread = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(price, halfSpread, (efficient, half) => {
        const { bid, ask, bidSize, askSize } = quoteAround(efficient, half);
        expect(Number.isInteger(bid) && Number.isInteger(ask) && bid >= 1 && bid < ask).toBe(true);
        expect(ask).toBeGreaterThanOrEqual(efficient + half);
        expect(bid === 1 || bid <= efficient - half).toBe(true);
        expect(bidSize % LOT === 0 && askSize % LOT === 0 && bidSize > 0 && askSize > 0).toBe(true);
      }),
    );
  });

  it('gives no more shares than are on offer, and says when a side is empty', () => {
    const quote = quoteAround(5000);
    const offered = quote.askSize;
    expect(quote.take(1, offered - 1)).toBe(offered - 1);
    expect(quote.empty).toBe(false);
    expect(quote.take(1, 500)).toBe(1);
    expect(quote.empty).toBe(true);
  });

  it('refills an empty side when it quotes anew', () => {
    const quote = quoteAround(5000);
    quote.take(-1, quote.bidSize);
    expect(quote.around(5000, 1.2)).toBe(true);
    expect(quote.empty).toBe(false);
  });

  it('says when nothing changed', () => {
    const quote = quoteAround(5000);
    const told = Array.from({ length: 200 }, () => {
      const before = quote.bidSize + quote.askSize / 1000;
      return quote.around(5000, 1.2) === (quote.bidSize + quote.askSize / 1000 !== before);
    });
    expect(told).not.toContain(false);
  });
});
