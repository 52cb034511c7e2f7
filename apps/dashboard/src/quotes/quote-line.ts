import { untracked } from '@angular/core';
import type { Held } from '@tickway/client';
import { change, changePercent, quoteOf, spread, type Quote, INDEX_SECTOR } from '@tickway/market';
import type { Key } from '@tickway/protocol';

/** One symbol as the board shows it: its quote and the figures made of it, in dollars and per cent. */
export interface QuoteLine extends Quote {
  readonly key: Key;
  readonly change: number;
  readonly percent: number;
  readonly spread: number | undefined;
  /** Where the last price is between the day's low (0) and high (1); absent on a day without a range. */
  readonly place: number | undefined;
  /** When the source saw it, epoch ms. */
  readonly at: number;
}

/** What the page holds of a symbol as a line; `undefined` when it is not a quote. */
export function quoteLine(key: Key, { fields, at }: Pick<Held, 'fields' | 'at'>): QuoteLine | undefined {
  const quote = quoteOf(fields);
  return (
    quote && {
      ...quote,
      key,
      at,
      change: change(quote),
      percent: changePercent(quote),
      spread: spread(quote),
      place: placeOf(quote),
    }
  );
}

const placeOf = ({ last, low, high }: Quote) =>
  high > low ? Math.min(1, Math.max(0, (last - low) / (high - low))) : undefined;

/** The indices among the symbols that `book` knows. */
export const indexKeys = (book: {
  keys(): readonly Key[];
  row(key: Key): Pick<Held, 'fields'> | undefined;
}): readonly Key[] =>
  book.keys().filter((key) => untracked(() => book.row(key)?.fields.sector === INDEX_SECTOR));
