/** Levels told of each side. */
export const DEPTH_LEVELS = 10;

/** One price of a book, dollars, and the shares on offer there. */
export type Level = readonly [price: number, size: number];

/** The book of a symbol around its best prices, best first on both sides; the first levels are the quote. */
export interface Depth {
  /** Those who would buy, from the highest price down. */
  readonly bids: readonly Level[];
  /** Those who would sell, from the lowest price up. */
  readonly asks: readonly Level[];
}
