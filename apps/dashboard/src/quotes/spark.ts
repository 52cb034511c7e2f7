/** Prices seen of one symbol since the page was opened, in at most {@link POINTS} points evenly spread. */
export interface Spark {
  /** Takes the price at `now`, ms; tells whether the line changed. */
  see(price: number, now: number): boolean;
  /** The prices as an SVG polyline of `width` by `height`, the last one at the right edge. */
  points(width: number, height: number): string;
}

/** Most points a line has: when it is full, every other one goes, so that it always begins at the beginning. */
const POINTS = 60;
/** Least time between two points at first, ms. */
const STEP_MS = 1000;

export function spark(): Spark {
  let prices: number[] = [];
  let stepMs = STEP_MS;
  let seenAt = -Infinity;
  return {
    see(price, now) {
      if (now - seenAt < stepMs) return false;
      seenAt = now;
      prices.push(price);
      if (prices.length > POINTS) {
        prices = prices.filter((_, i) => i % 2 === 0);
        stepMs *= 2;
      }
      return true;
    },
    points: (width, height) => line(prices, width, height),
  };
}

function line(prices: readonly number[], width: number, height: number): string {
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  // A price that never moved is a line in the middle.
  const y = (price: number) => (high === low ? height / 2 : height - ((price - low) / (high - low)) * height);
  const x = (i: number) => (prices.length < 2 ? width : (i / (prices.length - 1)) * width);
  const drawn = prices.length === 1 ? [...prices, ...prices] : prices;
  return drawn.map((price, i) => `${x(i).toFixed(1)},${y(price).toFixed(1)}`).join(' ');
}
