import type { Depth } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import { streamOf } from '../random';
import { BookSide } from './book-side';
import { bestSize, type Listing } from './listing';
import type { BestPrices, MarketEvent } from './market-event';

/** The book of a symbol after what happened there. */
export interface BookEvent extends Depth {
  readonly symbol: Key;
  /** Market time, ms since the exchange's begin, with fractions. */
  readonly at: number;
}

/**
 * The books of all companies. They dress the quotes and never lead them: with or without books, an
 * exchange goes the same way. They follow event by event, so they do not depend on who asks how often.
 */
export class Books {
  private readonly books: ReadonlyMap<Key, Book>;

  constructor(seed: number, listings: readonly Listing[]) {
    this.books = new Map(listings.map((listing) => [listing.symbol, new Book(seed, listing)]));
  }

  /** Takes what happened, in the order of its time; gives each book that changed once, in the order of the last changes. */
  follow(events: readonly MarketEvent[]): readonly BookEvent[] {
    const changed = new Map<Key, BookEvent>();
    for (const event of events) {
      const book = this.books.get(event.symbol);
      if (event.type === 'index' || !book) continue;
      changed.delete(event.symbol);
      changed.set(event.symbol, { symbol: event.symbol, at: event.at, ...book.around(event, event.at) });
    }
    return [...changed.values()];
  }
}

class Book {
  private readonly bids: BookSide;
  private readonly asks: BookSide;

  constructor(seed: number, listing: Listing) {
    const size = bestSize(listing);
    this.bids = new BookSide(streamOf(seed, listing.symbol, 'bids'), -1, size);
    this.asks = new BookSide(streamOf(seed, listing.symbol, 'asks'), 1, size);
  }

  around({ bid, bidSize, ask, askSize }: BestPrices, at: number): Depth {
    return { bids: this.bids.around(bid, bidSize, at), asks: this.asks.around(ask, askSize, at) };
  }
}
