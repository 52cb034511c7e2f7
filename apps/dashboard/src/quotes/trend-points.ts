/** How large a small chart is, CSS px. */
export interface TrendSize {
  readonly width: number;
  readonly height: number;
}

/** Places of prices on a small chart, from its left to its right edge, dear above cheap; two points at least, or none. */
export function trendPoints(
  prices: readonly number[],
  { width, height }: TrendSize,
): readonly (readonly [x: number, y: number])[] {
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  // A price that never moved is a line in the middle.
  const y = (price: number) => (high === low ? height / 2 : height - ((price - low) / (high - low)) * height);
  const drawn = prices.length === 1 ? [...prices, ...prices] : prices;
  return drawn.map((price, i) => [(i / (drawn.length - 1)) * width, y(price)]);
}
