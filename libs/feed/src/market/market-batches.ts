import type { Trade } from '@tickway/market';
import { parseTopic, type Fields, type Key, type Update } from '@tickway/protocol';
import { filter, mergeMap, pipe, type OperatorFunction } from 'rxjs';
import type { Batch } from '../feed';
import type { Books } from './books';
import type { Exchange } from './exchange';
import type { MarketEvent, TradeEvent } from './market-event';
import type { MarketBeat } from './market-time';
import { dollars, quoteFields } from './quote-fields';

export const QUOTES = parseTopic('quotes');
export const TRADES = parseTopic('trades');
export const DEPTH = parseTopic('depth');

/** What is told of. */
export interface Market {
  readonly exchange: Exchange;
  readonly books: Books;
  /** Market seconds in a second. */
  readonly speed: number;
}

/** At each beat, what happened on the exchange since the last one: a batch of quotes, one of trades and one of depth. */
export function marketBatches({ exchange, books, speed }: Market): OperatorFunction<MarketBeat, Batch> {
  let trades = 0;
  return pipe(
    mergeMap(({ now, market }) => {
      const events = exchange.advance(market);
      const update = ({ symbol, at }: { symbol: Key; at: number }, fields: Fields): Update => ({
        key: symbol,
        fields,
        at: Math.round(now - (market - at) / speed),
      });
      return [
        { topic: QUOTES, updates: events.map((event) => update(event, quoteFields(event))) },
        {
          topic: TRADES,
          updates: events.filter(isTrade).map((event) => update(event, tradeFields(event, ++trades))),
        },
        {
          topic: DEPTH,
          updates: books.follow(events).map((book) => update(book, { bids: book.bids, asks: book.asks })),
        },
      ];
    }),
    filter(({ updates }) => updates.length > 0),
  );
}

const isTrade = (event: MarketEvent): event is TradeEvent => event.type === 'trade';

const tradeFields = ({ last, size, side }: TradeEvent, id: number) =>
  ({ price: dollars(last), size, side, id }) satisfies Trade;
