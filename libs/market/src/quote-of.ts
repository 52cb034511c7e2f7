import type { Fields } from '@tickway/protocol';
import { fits, isCount, isOneOf, isPrice, isText, orAbsent, type Checks } from './checks';
import type { Quote } from './quote';

const checks: Checks<Quote> = {
  name: isText,
  sector: isText,
  bid: orAbsent(isPrice),
  ask: orAbsent(isPrice),
  bidSize: orAbsent(isCount),
  askSize: orAbsent(isCount),
  last: isPrice,
  previousClose: isPrice,
  open: isPrice,
  high: isPrice,
  low: isPrice,
  volume: isCount,
  state: isOneOf('open', 'halted', 'auction', 'closed'),
};

/** Reads all fields of a key of `quotes`; undefined when they are not a quote. */
export const quoteOf = (fields: Fields): Quote | undefined =>
  fits<Quote>(fields, checks) ? fields : undefined;
