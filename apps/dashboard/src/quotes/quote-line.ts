import type { Held } from '@tickway/client';
import { change, changePercent, quoteOf, spread, type Quote } from '@tickway/market';
import type { Key } from '@tickway/protocol';

/** One symbol as the board shows it: its quote and the figures made of it, in dollars and per cent. */
export interface QuoteLine extends Quote {
  readonly key: Key;
  readonly change: number;
  readonly percent: number;
  readonly spread: number | undefined;
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
    }
  );
}
