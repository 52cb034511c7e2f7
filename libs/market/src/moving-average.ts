/** The last values of a series, oldest first, as many as a simple average is long. */
export type LastValues = readonly number[];

/**
 * Takes one more value into the window of a simple moving average over `length` values. The bar that is
 * still forming is added to the window of those before it, again with each trade.
 */
export const slide =
  (length: number) =>
  (window: LastValues, value: number): LastValues =>
    [...window, value].slice(-length);

/** The simple moving average over `length` values; undefined until there are so many. */
export const simpleAverage =
  (length: number) =>
  (window: LastValues): number | undefined =>
    // Added up anew: a running sum would carry every rounding error of the day.
    window.length < length ? undefined : window.reduce((sum, value) => sum + value, 0) / length;

/**
 * The exponential moving average after one more value; the first value is its own average. Each value
 * weighs 2 / (length + 1), those before it share the rest, so as to be as old on average as in a simple
 * average over `length` values.
 */
export const exponentialAverage = (length: number) => {
  const weight = 2 / (length + 1);
  return (average: number | undefined, value: number): number =>
    average === undefined ? value : average + weight * (value - average);
};
