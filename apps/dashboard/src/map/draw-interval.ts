/** Metres of one CSS px at zoom 0 in New York. */
const METRES_A_PX = 118_600;

/** The least motion that an eye sees, CSS px. */
const VISIBLE_PX = 0.25;

/** Fades and rings must not stutter, ms. */
const LONGEST_MS = 100;

/**
 * How long a drawing of the vehicles is good for at a zoom, ms: until the `fastest` of them, metres per second, could be seen to have moved. A whole
 * city on the screen then costs ten drawings a second instead of sixty, street by street it is every frame.
 */
export const drawIntervalMs = (zoom: number, fastest: number): number =>
  Math.min(LONGEST_MS, (1000 * VISIBLE_PX * METRES_A_PX) / 2 ** zoom / fastest);
