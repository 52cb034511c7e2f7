import type { RetentionPlan } from '../retention';

/** Forgets nothing: the worker tidies by the machine's clock, which is not the clock of a test. */
export const keepEverything: RetentionPlan = {
  topics: {},
  others: { rawMs: Infinity },
  secondBarsMs: Infinity,
  mostBytes: 1_000_000_000,
};
