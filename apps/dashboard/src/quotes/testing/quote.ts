import type { Quote } from '@tickway/market';
import { parseKey } from '@tickway/protocol';
import { quoteLine, type QuoteLine } from '../quote-line';

const acme = {
  ...{ name: 'Acme', sector: 'Energy', state: 'open', volume: 1200 },
  ...{ last: 10, previousClose: 10, open: 10, high: 10, low: 10 },
};

/** A line of the board for a spec, but for what it is about: `quote({ last: 12 })`. */
export function quote(about: Partial<Quote> = {}, key = 'ACME', at = 0): QuoteLine {
  const line = quoteLine(parseKey(key), { fields: { ...acme, ...about }, at });
  if (!line) throw new Error('not a quote');
  return line;
}
