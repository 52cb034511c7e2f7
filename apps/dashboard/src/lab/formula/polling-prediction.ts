/** What the formula says of polling. */
export interface PollingPrediction {
  /** From the event to its arrival, ms. */
  readonly meanMs: number;
  readonly maxMs: number;
  readonly requestsPerSecond: number;
}

/**
 * A viewer that waits `intervalMs` after each answer before it asks again, one transit (half a round trip)
 * taking `transitMs`: an event waits for the next question, half a cycle in the mean and a whole one at
 * worst, then takes one transit. A cycle is the interval and two transits.
 */
export function pollingPrediction(intervalMs: number, transitMs: number): PollingPrediction {
  const cycleMs = intervalMs + 2 * transitMs;
  return {
    meanMs: cycleMs / 2 + transitMs,
    maxMs: cycleMs + transitMs,
    requestsPerSecond: 1_000 / cycleMs,
  };
}
