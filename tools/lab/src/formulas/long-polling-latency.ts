/** A long poll under Poisson events (LAB d-2). */
export interface LongPollingCase {
  /** One transit, half a round trip, ms. */
  readonly transitMs: number;
  /** From an answer's arrival to the next question, ms. */
  readonly turnaroundMs: number;
  /** Events a second. */
  readonly eventsPerSecond: number;
}

/** What the formula says of polling of any kind, or of a stream. */
export interface Prediction {
  /** From the event to its arrival, ms. */
  readonly meanMs: number;
  readonly maxMs: number;
  /** Of one viewer. */
  readonly requestsPerSecond: number;
  /** Events an answer. */
  readonly batch: number;
}

/**
 * Long polling: after an answer the server is deaf for g = two transits and the turn-around. With rate λ, the gap ends with
 * nothing waiting in p0 = e^(−λg) of the cases; then the next event meets a parked poll and takes one transit.
 * Otherwise what fell into the gap waits for its end, half of it in the mean.
 */
export function longPollingLatency({
  transitMs,
  turnaroundMs,
  eventsPerSecond,
}: LongPollingCase): Prediction {
  const gap = 2 * transitMs + turnaroundMs;
  const rate = eventsPerSecond / 1_000;
  const inGap = rate * gap;
  const empty = Math.exp(-inGap);
  const cycleMs = gap + empty / rate;
  return {
    meanMs: transitMs + ((inGap / (inGap + empty)) * gap) / 2,
    maxMs: transitMs + gap,
    requestsPerSecond: 1_000 / cycleMs,
    batch: inGap + empty,
  };
}
