/** How far `measured` lies from `predicted`, as a share of it. */
export const deviation = (measured: number, predicted: number): number => (measured - predicted) / predicted;

/** A number with so many digits after the point, or a dash. */
export const fixed = (value: number | undefined, digits = 1): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

/** A share as a signed percentage. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
