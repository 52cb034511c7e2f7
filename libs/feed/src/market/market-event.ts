import type { TradingState } from '@tickway/market';
import type { Key } from '@tickway/protocol';

/** The best prices, cents, and the shares on offer there. */
export interface BestPrices {
  readonly bid: number;
  readonly ask: number;
  readonly bidSize: number;
  readonly askSize: number;
}

/** What a session has brought so far: prices in cents (of an index: hundredths of a point), volume in shares. */
export interface DayFigures {
  readonly last: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
}

interface Happening {
  readonly symbol: Key;
  /** Market time, ms since the exchange's begin, with fractions. */
  readonly at: number;
}

/** The best prices or the sizes there changed. */
export interface QuoteEvent extends Happening, BestPrices {
  readonly type: 'quote';
}

/** One execution, and how things stand after it. */
export interface TradeEvent extends Happening, BestPrices, DayFigures {
  readonly type: 'trade';
  readonly size: number;
  readonly side: 'buy' | 'sell';
}

/** Trading pauses, with the quote as it stands then, or goes on with a new one. */
export interface StateEvent extends Happening, BestPrices {
  readonly type: 'state';
  readonly state: TradingState;
}

/** All there is to know of a symbol but its best prices. */
export interface Whole extends DayFigures {
  readonly name: string;
  readonly sector: string;
  readonly previousClose: number;
  readonly state: TradingState;
}

/** Everything about a company: said at the exchange's begin, and when a session begins. */
export interface RecordEvent extends Happening, BestPrices, Whole {
  readonly type: 'record';
}

/** Everything about the index: said whenever its level changed, which is looked at once a second. */
export interface IndexEvent extends Happening, Whole {
  readonly type: 'index';
}

/** What happens on the exchange. */
export type MarketEvent = QuoteEvent | TradeEvent | StateEvent | RecordEvent | IndexEvent;
