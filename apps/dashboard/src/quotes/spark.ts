/** Prices seen of one symbol since the page was opened, and those that history told of the time before, in at most {@link POINTS} points evenly spread. */
export interface Spark {
  /** Takes the price at `now`, ms; tells whether the line changed. */
  see(price: number, now: number): boolean;
  /** The prices, oldest first; another array when the line changed, and only then. */
  prices(): readonly number[];
}

/** Most points a line has: when it is full, every other one goes, so that it always begins at the beginning. */
const POINTS = 60;
/** Least time between two points at first, ms. */
const STEP_MS = 1000;

export function spark(firstStepMs = STEP_MS): Spark {
  let prices: readonly number[] = [];
  let stepMs = firstStepMs;
  let seenAt = -Infinity;
  return {
    see(price, now) {
      if (now - seenAt < stepMs) return false;
      seenAt = now;
      prices = [...prices, price];
      if (prices.length > POINTS) {
        prices = prices.filter((_, i) => i % 2 === 0);
        stepMs *= 2;
      }
      return true;
    },
    prices: () => prices,
  };
}
