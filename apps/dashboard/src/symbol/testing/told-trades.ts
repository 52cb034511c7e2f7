import fc from 'fast-check';
import type { ToldTrade } from '../trades/told-trade';

const some = fc.record({
  price: fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100),
  size: fc.integer({ min: 1, max: 5_000 }),
  at: fc.integer({ min: 1_764_000_000_000, max: 1_764_000_600_000 }),
});

/** A symbol's trades from its first one on, each late or early as it may be. */
export const toldTrades = fc
  .array(some, { minLength: 1, maxLength: 60 })
  .map((trades) => trades.map((trade, i) => told(i + 1, trade)));

/** A trade for a spec, but for what it is about. */
export const told = (revision: number, about: Partial<ToldTrade> = {}): ToldTrade => ({
  ...{ price: 10, size: 100, side: 'buy', id: revision, at: 1_764_000_000_000 + revision * 1000 },
  ...about,
  revision,
});
