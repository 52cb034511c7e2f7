/** The sectors of the exchange, each with the volatility of an ordinary day of its companies (a fraction of the price). */
export const sectors = {
  Technology: 0.02,
  Communication: 0.017,
  'Consumer Discretionary': 0.018,
  'Consumer Staples': 0.011,
  Energy: 0.019,
  Financials: 0.015,
  'Health Care': 0.015,
  Industrials: 0.014,
  Materials: 0.017,
  'Real Estate': 0.014,
  Utilities: 0.011,
} as const;

/** What business a company is in. */
export type Sector = keyof typeof sectors;
