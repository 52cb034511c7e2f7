import type { Fields } from '@tickway/protocol';
import { fits, isCount, isOneOf, isPrice, type Checks } from './checks';
import type { Trade } from './trade';

const checks: Checks<Trade> = {
  price: isPrice,
  size: isCount,
  side: isOneOf('buy', 'sell'),
  id: isCount,
};

/** Reads the fields of an update of `trades`; undefined when they are not a trade. */
export const tradeOf = (fields: Fields): Trade | undefined =>
  fits<Trade>(fields, checks) ? fields : undefined;
