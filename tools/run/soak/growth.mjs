/** What a page may hold more at the end than it held a quarter in, as a share: what comes and goes with the feed moves it. */
const MOST = 0.1;

/**
 * Whether something grew: the median of the last quarter of the time beside that of the second. The first quarter is left out: in it
 * windows, trails and histories fill, which are bounded.
 *
 * @param {readonly number[]} values in the order of time
 * @returns {{ early: number, late: number, share: number, grew: boolean }}
 */
export function growth(values) {
  const quarter = Math.floor(values.length / 4);
  const early = medianOf(values.slice(quarter, 2 * quarter));
  const late = medianOf(values.slice(values.length - quarter));
  const share = early > 0 ? late / early - 1 : 0;
  return { early, late, share, grew: share > MOST };
}

function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
