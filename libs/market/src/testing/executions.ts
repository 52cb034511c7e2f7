import fc from 'fast-check';
import type { Execution } from '../bar';

/** A trade and its time, epoch ms. */
export type Timed = Execution & { readonly at: number };

const cents = fc.integer({ min: 1, max: 1_000_000 });

/** Trades within ten minutes, in any order of time. */
export const executions = fc.array(
  fc.record<Timed>({
    price: cents.map((price) => price / 100),
    size: fc.integer({ min: 1, max: 10_000 }),
    at: fc.integer({ min: 1_764_000_000_000, max: 1_764_000_600_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Sums in dollars, but for what the order of addition does to the last bits. */
export const nearly = (value: number): number => expect.closeTo(value, 4) as number;
