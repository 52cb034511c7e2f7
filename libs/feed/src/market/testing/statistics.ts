/** Plain statistics for the stylised facts; all of equal-weighted samples. */

export const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

export const median = (xs: readonly number[]): number => {
  const sorted = [...xs].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};

/** Fourth moment over squared variance: 3 for a normal distribution. */
export const kurtosis = (xs: readonly number[]): number => {
  const centre = mean(xs);
  const moment = (power: number) => mean(xs.map((x) => (x - centre) ** power));
  return moment(4) / moment(2) ** 2;
};

/** Standard deviation over mean. */
export const variation = (xs: readonly number[]): number => {
  const centre = mean(xs);
  return Math.sqrt(mean(xs.map((x) => (x - centre) ** 2))) / centre;
};

export const correlation = (xs: readonly number[], ys: readonly number[]): number => {
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    const [dx, dy] = [x - mx, (ys[i] ?? 0) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
};

/** Correlation of a series with itself `lag` later. */
export const autocorrelation = (xs: readonly number[], lag: number): number =>
  correlation(xs.slice(0, xs.length - lag), xs.slice(lag));
