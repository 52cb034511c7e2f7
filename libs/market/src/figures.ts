import type { Quote } from './quote';

/** Drops what binary fractions add: 101.3 - 101.2 is 0.1, not 0.09999999999999432. */
const tidy = (price: number): number => Math.round(price * 1e8) / 1e8;

/** Halfway between bid and ask, dollars; undefined for an index. */
export const mid = ({ bid, ask }: Quote): number | undefined =>
  bid === undefined || ask === undefined ? undefined : tidy((bid + ask) / 2);

/** Ask less bid, dollars; undefined for an index. */
export const spread = ({ bid, ask }: Quote): number | undefined =>
  bid === undefined || ask === undefined ? undefined : tidy(ask - bid);

/** The last price against the previous close, dollars. */
export const change = ({ last, previousClose }: Quote): number => tidy(last - previousClose);

/** The same in per cent of the previous close. */
export const changePercent = (quote: Quote): number => (100 * change(quote)) / quote.previousClose;
