import { FeedError } from './feed-error';
import { parseKey, type Key } from './key';
import { limits } from './limits';

/** The named keys: a watchlist, the rows in view. */
export interface KeysFilter {
  readonly keys: readonly Key[];
}

/**
 * The viewport as map cells: quadkeys (one digit 0-3 a zoom level, the tile scheme of web maps), 1 to
 * {@link limits.cellZoom} digits. A cell holds every finer cell that begins with it.
 */
export interface CellsFilter {
  readonly cells: readonly string[];
}

/** Which keys of a topic a subscription wants; none means all. */
export type Filter = KeysFilter | CellsFilter;

const cellGrammar = new RegExp(`^[0-3]{1,${String(limits.cellZoom)}}$`);

/**
 * Reads a filter from parsed JSON: `{"keys":[…]}` or `{"cells":[…]}`.
 *
 * @throws FeedError `filter_too_large` over the limits, `bad_request` for any other shape
 */
export function parseFilter(value: unknown): Filter {
  if (typeof value !== 'object' || value === null) throw notAFilter();
  const names = Object.keys(value);
  if (names.length !== 1) throw notAFilter();
  if ('keys' in value) return keysFilter(value.keys);
  if ('cells' in value) return cellsFilter(value.cells);
  throw notAFilter();
}

/** Reads a list of keys as a filter; sorted and single, so that equal wishes have equal text. */
export function keysFilter(values: unknown): KeysFilter {
  return { keys: canonical(values, limits.keys).map(parseKey) };
}

/** Reads a list of cells as a filter; sorted and single, so that equal wishes have equal text. */
export function cellsFilter(values: unknown): CellsFilter {
  const cells = canonical(values, limits.cells);
  if (cells.every((cell) => cellGrammar.test(cell))) return { cells };
  throw new FeedError('bad_request', `a cell is 1 to ${limits.cellZoom} digits 0-3`);
}

/** A name for the filter: equal exactly when two filters want the same. */
export const filterId = (filter: Filter | undefined): string =>
  filter === undefined ? '' : 'keys' in filter ? `k${filter.keys.join()}` : `c${filter.cells.join()}`;

function canonical(values: unknown, most: number): string[] {
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) throw notAFilter();
  if (values.length > most)
    throw new FeedError('filter_too_large', `a filter names at most ${most} keys or cells`);
  return [...new Set(values)].sort();
}

const notAFilter = () => new FeedError('bad_request', 'a filter is {"keys":[…]} or {"cells":[…]}');
