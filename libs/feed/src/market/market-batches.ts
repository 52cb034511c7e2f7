import type { Trade } from '@tickway/market';
import { parseTopic, type Fields, type Update } from '@tickway/protocol';
import { filter, mergeMap, pipe, type OperatorFunction } from 'rxjs';
import type { Batch } from '../feed';
import type { Exchange } from './exchange';
import type { MarketEvent, TradeEvent } from './market-event';
import type { MarketBeat } from './market-time';
import { dollars, quoteFields } from './quote-fields';

export const QUOTES = parseTopic('quotes');
export const TRADES = parseTopic('trades');

/** At each beat, what happened on the exchange since the last one: a batch of quotes and one of trades. */
export function marketBatches(exchange: Exchange, speed: number): OperatorFunction<MarketBeat, Batch> {
  let trades = 0;
  return pipe(
    mergeMap(({ now, market }) => {
      const events = exchange.advance(market);
      const update = ({ symbol, at }: MarketEvent, fields: Fields): Update => ({
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
      ];
    }),
    filter(({ updates }) => updates.length > 0),
  );
}

const isTrade = (event: MarketEvent): event is TradeEvent => event.type === 'trade';

const tradeFields = ({ last, size, side }: TradeEvent, id: number) =>
  ({ price: dollars(last), size, side, id }) satisfies Trade;
