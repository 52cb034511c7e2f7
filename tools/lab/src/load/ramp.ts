/** When each of `viewers` comes in, ms from the start: evenly over `overMs`, the first at once. */
export const ramp = (viewers: number, overMs: number): readonly number[] =>
  Array.from({ length: viewers }, (_, index) => (index * overMs) / Math.max(1, viewers));
