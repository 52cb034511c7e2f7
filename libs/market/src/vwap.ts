/** How much was traded in a stretch of time; a bar is one. */
export interface Turnover {
  /** Shares. */
  readonly volume: number;
  /** Price times size of all trades, dollars. */
  readonly value: number;
}

/** Before the first trade. */
export const NO_TURNOVER: Turnover = { volume: 0, value: 0 };

/** The turnover of two stretches together. */
export const addTurnover = (one: Turnover, other: Turnover): Turnover => ({
  volume: one.volume + other.volume,
  value: one.value + other.value,
});

/** Volume-weighted average price of a stretch, dollars; undefined when nothing was traded. */
export const vwap = ({ volume, value }: Turnover): number | undefined =>
  volume > 0 ? value / volume : undefined;
