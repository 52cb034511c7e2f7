import { parseKey } from '@tickway/protocol';
import { quoteOf, type Quote } from '@tickway/market';
import { priceOf, ticket, WON_PER_DOLLAR } from './order-ticket';

function quote(fields: Partial<Quote> = {}): Quote {
  const all = { name: parseKey('ACME'), sector: 'Energy', bid: 99.9, ask: 100.1, bidSize: 100, askSize: 200 };
  const day = { last: 100, previousClose: 99, open: 99, high: 101, low: 98, volume: 5_000, state: 'open' };
  const made = quoteOf({ ...all, ...day, ...fields });
  if (!made) throw new Error('not a quote');
  return made;
}

describe('order ticket', () => {
  it('prices a buyer at the ask and a seller at the bid', () => {
    expect([priceOf(quote(), 'buy'), priceOf(quote(), 'sell')]).toEqual([100.1, 99.9]);
  });

  it('charges a buyer who does not know yet that the ask has risen', () => {
    expect(ticket({ side: 'buy', quantity: 100 }, 100.1, 100.15)).toEqual({
      price: 100.1,
      total: 10_010,
      error: 5,
      errorWon: 5 * WON_PER_DOLLAR,
    });
  });

  it('charges a seller who does not know yet that the bid has fallen', () => {
    expect(ticket({ side: 'sell', quantity: 300 }, 99.9, 99.87).error).toBe(9);
  });

  it('is a surprise to the better when the price moved the other way', () => {
    expect(ticket({ side: 'buy', quantity: 100 }, 100.1, 100.05).error).toBe(-5);
  });

  it('has no error, and no minus before it, when the quote is the newest', () => {
    const { error, errorWon } = ticket({ side: 'sell', quantity: 100 }, 99.9, 99.9);
    expect([Object.is(error, 0), Object.is(errorWon, 0)]).toEqual([true, true]);
  });
});
