import type { Quote } from '@tickway/market';
import type { Fields } from '@tickway/protocol';
import type { BestPrices, DayFigures, MarketEvent, Whole } from './market-event';

/** Writes what an event says of its symbol's quote: all of it in a record, else what may have changed. */
export function quoteFields(event: MarketEvent): Fields {
  switch (event.type) {
    case 'quote':
      return best(event);
    case 'trade':
      return { ...best(event), ...day(event) };
    case 'state':
      return { ...best(event), state: event.state };
    case 'record':
      return { ...whole(event), ...best(event) };
    case 'index':
      return whole(event);
  }
}

/** Dollars of whole cents: the nearest double, so JSON shows two decimals at most. */
export const dollars = (cents: number): number => cents / 100;

const best = ({ bid, ask, bidSize, askSize }: BestPrices) =>
  ({ bid: dollars(bid), ask: dollars(ask), bidSize, askSize }) satisfies Partial<Quote>;

const day = ({ last, open, high, low, volume }: DayFigures) =>
  ({
    last: dollars(last),
    open: dollars(open),
    high: dollars(high),
    low: dollars(low),
    volume,
  }) satisfies Partial<Quote>;

const whole = (event: Whole) =>
  ({
    name: event.name,
    sector: event.sector,
    previousClose: dollars(event.previousClose),
    ...day(event),
    state: event.state,
  }) satisfies Quote;
