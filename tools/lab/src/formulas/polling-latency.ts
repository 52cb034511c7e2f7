import type { Prediction } from './long-polling-latency';

/** A poller (LAB d-2). */
export interface PollingCase {
  /** One transit, half a round trip, ms. */
  readonly transitMs: number;
  /** From an answer's arrival to the next question, or between questions by the clock, ms. */
  readonly intervalMs: number;
  readonly eventsPerSecond: number;
  /** `after-answer`: the wait begins with the answer; `by-clock`: questions leave at even times. */
  readonly pace: 'after-answer' | 'by-clock';
}

/**
 * Polling: an event waits for the next question, half a cycle in the mean and a whole one at worst, then for one transit. A
 * cycle is the interval, and two transits more when the interval begins with the answer.
 */
export function pollingLatency({ transitMs, intervalMs, eventsPerSecond, pace }: PollingCase): Prediction {
  const cycleMs = pace === 'after-answer' ? intervalMs + 2 * transitMs : intervalMs;
  return {
    meanMs: cycleMs / 2 + transitMs,
    maxMs: cycleMs + transitMs,
    requestsPerSecond: 1_000 / cycleMs,
    batch: (eventsPerSecond * cycleMs) / 1_000,
  };
}

/** Share of polls that find nothing, under Poisson events: e^(−λ · cycle). */
export const emptyShare = (eventsPerSecond: number, cycleMs: number): number =>
  Math.exp((-eventsPerSecond * cycleMs) / 1_000);
