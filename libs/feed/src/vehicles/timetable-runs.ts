import { parseKey } from '@tickway/protocol';
import { streamOf } from '../random';
import { departuresOf, type Departure } from './departures';
import type { Departures, Underway } from './fleet';
import { accuracyOf, gpsErrorFrom } from './gps-error';
import { ornsteinUhlenbeck } from './ornstein-uhlenbeck';
import type { Pack, Profile } from './pack';
import { reports } from './reports';
import { runTimes } from './run-times';
import { serviceDaysAt } from './service-day';
import { traitsOf } from './traits';
import { reportAt } from './vehicle';

/** What is run. */
export interface TimetableOptions {
  readonly packs: readonly Pack[];
  /** Whole number; the same seed and times give the same updates. */
  readonly seed: number;
  /** How far the timetable is shifted against the real time, ms. @default 0 */
  readonly shiftMs?: number;
}

/** The departures of one service day of one pack. */
interface DayOfPack {
  readonly pack: Pack;
  readonly departures: (now: number) => readonly Departure[];
}

/** Tomorrow's timetable is always open, so this may be anything under a day. */
const LOOK_EVERY_MS = 3_600_000;

/** A run this long over is not worth playing through to see whether it is: no delay is as long. */
const LONG_OVER_MS = 3_600_000;

/** The runs of some timetables; the timetable's week is laid under the real time by weekday. */
export function timetableRuns({ packs, seed, shiftMs = 0 }: TimetableOptions): Departures {
  let timetables = new Map<string, DayOfPack>();
  let lookAgainAt = -Infinity;

  /** Opens the timetables of the days around `now` and closes those of days gone by. */
  const look = (now: number) => {
    const open = timetables;
    timetables = new Map();
    for (const pack of packs)
      for (const day of serviceDaysAt(pack.timeZone, now + shiftMs)) {
        const id = `${pack.name} ${day.date}`;
        const departures = departuresOf(pack, { ...day, startMs: day.startMs - shiftMs });
        timetables.set(id, open.get(id) ?? { pack, departures });
      }
    lookAgainAt = now + LOOK_EVERY_MS;
  };

  return (now) => {
    if (now >= lookAgainAt) look(now);
    return [...timetables.values()].flatMap(({ pack, departures }) =>
      departures(now).flatMap((departure) => underwayOf(pack, departure, { now, seed }) ?? []),
    );
  };
}

/** The run of a departure; none if it is over by `now`. */
function underwayOf(
  pack: Pack,
  { run, startMs }: Departure,
  { now, seed }: { readonly now: number; readonly seed: number },
): Underway | undefined {
  const profile = pack.profiles[pack.runs.profile[run] ?? 0];
  if (!profile || startMs + scheduledMs(profile) + LONG_OVER_MS < now) return undefined;
  const { handling, lateness, reporting, sky } = traitsOf(pack);
  const name = `${pack.name}-${run}`;
  const random = (purpose: string) => streamOf(seed, name, String(startMs), purpose);
  const times = runTimes({
    profile,
    startMs,
    handling,
    lateness: ornsteinUhlenbeck(lateness, random('lateness')),
  });
  const endMs = Math.ceil(times.departures.at(-1) ?? startMs);
  if (endMs <= now) return undefined;
  const { system } = pack;
  const vehicle = { system, pattern: profile.pattern, times, handling, accuracy: accuracyOf(sky) };
  const ownReports = reports(reporting, random('reports'));
  const report = ownReports.first(startMs, now);
  const error = gpsErrorFrom(report.fixedAt, sky, random('gps'));
  return {
    ...{ key: parseKey(name), endMs, reports: ownReports, report },
    reportAt: (at) => reportAt(vehicle, at, error(at)),
  };
}

const scheduledMs = ({ rides, stands }: Profile) =>
  1000 * [...rides, ...stands].reduce((sum, seconds) => sum + seconds, 0);
