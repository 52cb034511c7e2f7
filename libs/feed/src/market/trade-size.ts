import { normal, type Random } from '../random';
import { LOT } from './best-quote';

const { ceil, exp } = Math;

/** Shares of a median trade, and how widely their logarithm varies. */
const MEDIAN = 80;
const DEVIATION = 1;
/** How many of the trades are in whole lots. */
const ROUND = 0.6;

/** Shares that one who comes to trade would like. */
export function tradeSize(random: Random): number {
  const shares = MEDIAN * exp(DEVIATION * normal(random));
  return random() < ROUND ? LOT * ceil(shares / LOT) : ceil(shares);
}
