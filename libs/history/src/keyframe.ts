/** Rows between two kept states of a topic at least. */
const FEWEST_ROWS = 4_000;
/** Rows between two kept states for each key in them. */
const ROWS_PER_KEY = 4;

/**
 * Whether the whole state should be kept (again) after so many rows of changes. Telling the state at
 * any time costs the changes since the last one kept; keeping it costs a row a key: this rule bounds
 * the first and makes the second a small share of the whole, for 1 key and for 10,000.
 */
export const keyframeDue = (rows: number, keys: number): boolean =>
  rows >= Math.max(FEWEST_ROWS, ROWS_PER_KEY * keys);
