import type { Profile } from './pack';
import { leastDuration, type Handling } from './ride';

/** When a run really is at each of its stops, epoch ms; it neither leaves early nor drives faster than it can. */
export interface RunTimes {
  /** At the first stop: when it turns up there. */
  readonly arrivals: readonly number[];
  /** At the last stop: when it has emptied and is gone. */
  readonly departures: readonly number[];
  /** How late it left each stop (or came to the last), ms. */
  readonly lateMs: readonly number[];
}

/** Whose times, and what disturbs them. */
export interface RunDay {
  readonly profile: Profile;
  /** Scheduled departure at the first stop, epoch ms. */
  readonly startMs: number;
  readonly handling: Handling;
  /** How late the run would be, seconds, `seconds` later than when last asked; below 0 counts as on time. */
  readonly lateness: (seconds: number) => number;
}

/**
 * Plays a run through once, from stop to stop. It stands where the timetable says so, else as long as
 * the ride leaves time for; it is never early at a departure, and makes up lost time only as far as its
 * engine and its passengers allow; a timetable that asks for more is run a few seconds late.
 */
export function runTimes(run: RunDay): RunTimes {
  const calls = scheduleOf(run);
  const times = { arrivals: [] as number[], departures: [] as number[], lateMs: [] as number[] };
  let [lastDue, lastLeft] = [run.startMs, run.startMs];
  for (const { arrive, depart, standMs, rideMs } of calls) {
    const lateMs = 1000 * Math.max(0, run.lateness((depart - lastDue) / 1000));
    const arrived = Math.max(lastLeft + rideMs, arrive + lateMs);
    const left = Math.max(depart + lateMs, arrived + standMs);
    times.arrivals.push(times.arrivals.length === 0 ? run.startMs : arrived);
    times.departures.push(left);
    times.lateMs.push(times.arrivals.length === calls.length ? arrived - arrive : left - depart);
    [lastDue, lastLeft] = [depart, left];
  }
  return times;
}

/** One stop of a run. */
interface Call {
  /** Scheduled, epoch ms. */
  readonly arrive: number;
  readonly depart: number;
  /** The least ms that it stands here, and rides from the stop before. */
  readonly standMs: number;
  readonly rideMs: number;
}

function scheduleOf({ profile: { pattern, rides, stands }, startMs, handling }: RunDay): readonly Call[] {
  const calls: Call[] = [{ arrive: startMs, depart: startMs, standMs: 0, rideMs: 0 }];
  let depart = startMs;
  rides.forEach((ride, i) => {
    const length = (pattern.offsets[i + 1] ?? 0) - (pattern.offsets[i] ?? 0);
    const least = leastDuration(length, handling);
    const isLast = i === rides.length - 1;
    const given = stands[i] ?? 0;
    // Most timetables give one time a stop: the standing is taken from the ride before it.
    const carved = given > 0 || isLast ? 0 : Math.max(0, Math.min(handling.dwell, ride - least));
    const arrive = depart + (ride - carved) * 1000;
    depart += (ride + (isLast ? handling.dwell : given)) * 1000;
    const standMs = isLast ? handling.dwell * 1000 : Math.min(handling.dwell, given + carved) * 1000;
    calls.push({ arrive, depart, standMs, rideMs: least * 1000 });
  });
  return calls;
}
