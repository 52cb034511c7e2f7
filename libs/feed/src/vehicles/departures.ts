import type { Pack } from './pack';
import type { ServiceDay } from './service-day';

/** A run that is about to begin on a service day. */
export interface Departure {
  /** Place in the pack's list of runs. */
  readonly run: number;
  /** Scheduled, epoch ms. */
  readonly startMs: number;
}

/**
 * Gives out a pack's departures of one service day in the order of time, each once: every call those
 * since the last one up to `now`.
 */
export function departuresOf({ runs, days }: Pack, { weekday, startMs }: ServiceDay) {
  const bit = 1 << days.findIndex((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === weekday);
  const startOf = (run: number) => runs.start[run] ?? 0;
  const order = Array.from(runs.start.keys())
    .filter((run) => ((runs.days[run] ?? 0) & bit) !== 0)
    .sort((a, b) => startOf(a) - startOf(b) || a - b);
  let next = 0;
  return (now: number): readonly Departure[] => {
    const from = next;
    while (next < order.length && startMs + startOf(order[next] ?? 0) * 1000 <= now) next++;
    return order.slice(from, next).map((run) => ({ run, startMs: startMs + startOf(run) * 1000 }));
  };
}
