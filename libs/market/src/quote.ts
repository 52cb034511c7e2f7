/** Whether, and how, a symbol trades now. */
export type TradingState = 'open' | 'halted' | 'auction' | 'closed';

/**
 * Best bid and ask of a symbol, and its day so far. Prices in dollars (of an index: points), volume and
 * sizes in shares. An index has no bid and no ask.
 */
export interface Quote {
  /** Of the company, in words. */
  readonly name: string;
  readonly sector: string;
  /** Best price to sell into. */
  readonly bid?: number;
  /** Best price to buy at. */
  readonly ask?: number;
  readonly bidSize?: number;
  readonly askSize?: number;
  /** Price of the latest trade. */
  readonly last: number;
  /** Last price of the session before. */
  readonly previousClose: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
  readonly state: TradingState;
}

/** What stands as the sector of an index. */
export const INDEX_SECTOR = 'Index';

/** Whether this is the level of an index, not the quote of a company. */
export const isIndex = ({ sector }: Quote): boolean => sector === INDEX_SECTOR;
