/** Vehicles near each other on the screen, as one number. */
export interface Cluster {
  /** Middle of them, CSS px. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** Side of a square whose vehicles are counted together, CSS px. */
const SQUARE = 52;

/** How far from the middle of its square a number may stand, CSS px: two neighbours' discs never hide each other. */
const STRAY = 5;

/** Fewer than this are drawn one by one. */
const FEWEST = 4;

/** Counts points by squares of the screen; gives back the crowded squares, and the points that stand alone. */
export function clusters<Point extends { readonly x: number; readonly y: number }>(
  points: readonly Point[],
): { readonly crowds: readonly Cluster[]; readonly alone: readonly Point[] } {
  const squares = new Map<number, Point[]>();
  for (const point of points) {
    const square = Math.floor(point.x / SQUARE) * 10_000 + Math.floor(point.y / SQUARE);
    const found = squares.get(square);
    if (found) found.push(point);
    else squares.set(square, [point]);
  }
  const all = [...squares.values()];
  return {
    crowds: all.filter(({ length }) => length >= FEWEST).map(middleOf),
    alone: all.filter(({ length }) => length < FEWEST).flat(),
  };
}

function middleOf(points: readonly { readonly x: number; readonly y: number }[]): Cluster {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  const { length: count } = points;
  return { x: nearMiddle(x / count), y: nearMiddle(y / count), count };
}

function nearMiddle(at: number): number {
  const middle = (Math.floor(at / SQUARE) + 0.5) * SQUARE;
  return Math.max(middle - STRAY, Math.min(middle + STRAY, at));
}
