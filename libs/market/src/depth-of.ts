import type { Fields } from '@tickway/protocol';
import { fits, isCount, isPrice, type Check, type Checks } from './checks';
import { DEPTH_LEVELS, type Depth, type Level } from './depth';

const isLevel = (value: unknown): value is Level =>
  Array.isArray(value) && value.length === 2 && isPrice(value[0]) && isCount(value[1]) && value[1] > 0;

/** Whether a field holds levels, each further from the best than the one before it. */
const areLevels =
  (further: 1 | -1): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length <= DEPTH_LEVELS &&
    value.every(isLevel) &&
    value.every(([price], i) => i === 0 || further * (price - (value[i - 1]?.[0] ?? NaN)) > 0);

const checks: Checks<Depth> = { bids: areLevels(-1), asks: areLevels(1) };

/** Reads all fields of a key of `depth`; undefined when they are not a book. */
export const depthOf = (fields: Fields): Depth | undefined =>
  fits<Depth>(fields, checks) ? fields : undefined;
