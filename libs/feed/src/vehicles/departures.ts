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
  const startOf = (run: number) => startMs + (runs.start[run] ?? 0) * 1000;
  let order: readonly number[] | undefined;
  let next = 0;

  // Sorted when first asked for: of the three days that are open, tomorrow's is not needed yet.
  const inOrder = () =>
    Array.from(runs.start.keys())
      .filter((run) => ((runs.days[run] ?? 0) & bit) !== 0)
      .sort((a, b) => startOf(a) - startOf(b) || a - b);

  return (now: number): readonly Departure[] => {
    if (now < startMs) return [];
    order ??= inOrder();
    const from = next;
    while (next < order.length && startOf(order[next] ?? 0) <= now) next++;
    return order.slice(from, next).map((run) => ({ run, startMs: startOf(run) }));
  };
}
