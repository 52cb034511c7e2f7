import type { Key } from '@tickway/protocol';
import fc from 'fast-check';
import { Books, type BookEvent } from './books';
import { createExchange } from './exchange';
import { listings } from './listings';
import type { BestPrices, MarketEvent } from './market-event';

const few = listings.slice(0, 6);
const MINUTE = 60_000;
const events = createExchange({ seed: 42, listings: few }).advance(5 * MINUTE);

/** What the books are in the end when told of the events in pieces. */
const afterPieces = (ends: readonly number[]) => {
  const books = new Books(42, few);
  const last = new Map<Key, BookEvent>();
  let from = 0;
  for (const end of [...ends].sort((a, b) => a - b).concat(events.length)) {
    for (const book of books.follow(events.slice(from, end))) last.set(book.symbol, book);
    from = end;
  }
  return new Map([...last].sort());
};

describe('the books', () => {
  it('show at their first level the quote, after every single event', () => {
    const books = new Books(42, few);
    const broken = events.filter((event) => {
      const [book, ...others] = books.follow([event]);
      if (event.type === 'index') return book !== undefined;
      return others.length > 0 || !book || !isQuote(event, book);
    });
    expect(events.length).toBeGreaterThan(2000);
    expect(broken).toEqual([]);
  });

  it('give each that changed once, in the order of the last changes', () => {
    const told = new Books(42, few).follow(events);
    expect(told).toHaveLength(few.length);
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).sort((a, b) => a - b));
  });

  it('do not depend on how often they are told', () => {
    const whole = afterPieces([]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: events.length }), { maxLength: 30 }), (ends) => {
        expect(afterPieces(ends)).toEqual(whole);
      }),
      { numRuns: 10, seed: 1 },
    );
  });

  it('change nothing in the others when a company goes', () => {
    const [gone, ...rest] = few;
    const others = events.filter(({ symbol }) => symbol !== gone?.symbol);
    expect(new Books(42, rest).follow(others)).toEqual(
      new Books(42, few).follow(events).filter(({ symbol }) => symbol !== gone?.symbol),
    );
  });
});

const isQuote = ({ bid, ask, bidSize, askSize }: MarketEvent & BestPrices, { bids, asks }: BookEvent) =>
  JSON.stringify([bids[0], asks[0]]) ===
  JSON.stringify([
    [bid / 100, bidSize],
    [ask / 100, askSize],
  ]);
