import { alongLine, project } from './geometry.mjs';

/**
 * Metres along `line` at which each of `stops` lies, never falling. A line may pass a stop twice (loops,
 * terminals), so the nearest place is not enough: this is the sequence with the least sum of squared
 * distances, by dynamic programming over the line's segments.
 *
 * @returns {{ offsets: number[], off: number[] }} metres along, and metres beside the line
 */
export function snap(line, stops) {
  const along = alongLine(line);
  const rows = stops.map((stop) => along.slice(1).map((end, i) => candidate(stop, i)));

  function candidate(stop, i) {
    const { off, share } = project(stop, line[i], line[i + 1]);
    return { off, at: along[i] + share * (along[i + 1] - along[i]) };
  }

  const choice = cheapest(rows);
  const found = rows.map((row, stop) => row[choice[stop]]);
  let furthest = 0;
  const offsets = found.map(({ at }) => (furthest = Math.max(furthest, at)));
  return { offsets, off: found.map(({ off }) => off) };
}

/** For each row the index of the candidate taken, when indexes may not fall from row to row. */
function cheapest(rows) {
  let costs = rows[0].map(() => 0);
  const from = rows.map((row) => {
    const best = prefixBest(costs);
    costs = row.map(({ off }, i) => off * off + best[i].cost);
    return best.map(({ index }) => index);
  });
  const choice = [costs.indexOf(Math.min(...costs))];
  for (let row = rows.length - 1; row > 0; row--) choice.unshift(from[row][choice[0]]);
  return choice;
}

/** The cheapest of the first i + 1 costs, for each i. */
function prefixBest(costs) {
  let best = { cost: Infinity, index: 0 };
  return costs.map((cost, index) => (best = cost < best.cost ? { cost, index } : best));
}
