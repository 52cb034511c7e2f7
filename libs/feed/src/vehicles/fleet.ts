import { parseKey, type Key, type Update } from '@tickway/protocol';
import { streamOf } from '../random';
import { departuresOf, type Departure } from './departures';
import { DueQueue } from './due-queue';
import { accuracyOf, gpsError, type Offset } from './gps-error';
import { ornsteinUhlenbeck } from './ornstein-uhlenbeck';
import type { Pack, Profile } from './pack';
import { reports, type Report } from './reports';
import { runTimes } from './run-times';
import { serviceDaysAt } from './service-day';
import { traitsOf } from './traits';
import { reportAt, type Vehicle } from './vehicle';

/** What a fleet is made of. */
export interface FleetOptions {
  readonly packs: readonly Pack[];
  /** Whole number; the same seed and times give the same updates. */
  readonly seed: number;
  /** How far the timetable is shifted against the real time, ms. @default 0 */
  readonly shiftMs?: number;
}

/** A vehicle with what is known of its reports. */
interface Underway extends Vehicle {
  readonly endMs: number;
  readonly error: (seconds: number) => Offset;
  readonly reports: ReturnType<typeof reports>;
  report: Report;
  lastFixedAt: number;
  /** What is due next: its silence is noticed, its report arrives, it is at its end. */
  due: 'silence' | 'report' | 'end';
}

/** The departures of one service day of one pack. */
interface DayOfPack {
  readonly pack: Pack;
  readonly departures: (now: number) => readonly Departure[];
}

/** Tomorrow's timetable is always open, so this may be anything under a day. */
const LOOK_EVERY_MS = 3_600_000;

/** Vehicles that fall due within this time, ms, fall due together. */
const GRAIN_MS = 50;

/** A run this long over is not worth playing through to see whether it is: no delay is as long. */
const LONG_OVER_MS = 3_600_000;

/**
 * All vehicles of some timetables, moved on by calling {@link advance}: only those that have something to say
 * are touched. Times are real ones, epoch ms; the timetable's week is laid under them by weekday.
 */
export class Fleet {
  readonly #underway = new Set<Key>();
  #timetables = new Map<string, DayOfPack>();
  #lookAgainAt = -Infinity;
  #queue: DueQueue<Underway> | undefined;

  constructor(private readonly options: FleetOptions) {}

  /** How many vehicles are under way. */
  get size(): number {
    return this.#underway.size;
  }

  /** Moves on to `now` and says what changed since; the first time, every vehicle under way. */
  advance(now: number): readonly Update[] {
    this.#queue ??= new DueQueue(GRAIN_MS, now);
    const moment = { now, queue: this.#queue };
    const started = this.#departed(now).flatMap(([pack, departure]) => this.#started(pack, departure, now));
    return [...started, ...moment.queue.take(now)].flatMap((vehicle) => this.#said(vehicle, moment));
  }

  #departed(now: number): readonly (readonly [Pack, Departure])[] {
    if (now >= this.#lookAgainAt) this.#look(now);
    return [...this.#timetables.values()].flatMap(({ pack, departures }) =>
      departures(now).map((departure) => [pack, departure] as const),
    );
  }

  /** Opens the timetables of the days around `now` and closes those of days gone by. */
  #look(now: number): void {
    const { packs, shiftMs = 0 } = this.options;
    const open = this.#timetables;
    this.#timetables = new Map();
    for (const pack of packs)
      for (const day of serviceDaysAt(pack.timeZone, now + shiftMs)) {
        const id = `${pack.name} ${day.date}`;
        const departures = departuresOf(pack, { ...day, startMs: day.startMs - shiftMs });
        this.#timetables.set(id, open.get(id) ?? { pack, departures });
      }
    this.#lookAgainAt = now + LOOK_EVERY_MS;
  }

  #started(pack: Pack, departure: Departure, now: number): readonly Underway[] {
    const vehicle = underwayOf(pack, departure, { now, seed: this.options.seed });
    if (!vehicle || this.#underway.has(vehicle.key)) return [];
    this.#underway.add(vehicle.key);
    return [vehicle];
  }

  #said(vehicle: Underway, { now, queue }: Moment): readonly Update[] {
    if (vehicle.due === 'end') return [this.#ended(vehicle)];
    const update = vehicle.due === 'silence' ? silenceOf(vehicle) : reportOf(vehicle, now);
    queue.add(vehicle, dueAt(vehicle));
    return [update];
  }

  #ended({ key, endMs }: Underway): Update {
    this.#underway.delete(key);
    return { key, removed: true, at: endMs };
  }
}

/** Says that a vehicle has not been heard of; its report is then awaited. */
function silenceOf(vehicle: Underway): Update {
  const at = vehicle.report.missedAt ?? vehicle.report.fixedAt;
  plan(vehicle, 'report');
  return { key: vehicle.key, fields: { state: 'offline', speed: 0 }, at };
}

/** Says what a vehicle reported, and plans its next report. */
function reportOf(vehicle: Underway, now: number): Update {
  const { fixedAt } = vehicle.report;
  const offset = vehicle.error((fixedAt - vehicle.lastFixedAt) / 1000);
  vehicle.lastFixedAt = fixedAt;
  vehicle.report = vehicle.reports.next(fixedAt, now);
  plan(vehicle, vehicle.report.missedAt === undefined ? 'report' : 'silence');
  return { key: vehicle.key, fields: reportAt(vehicle, fixedAt, offset), at: fixedAt };
}

interface Moment {
  readonly now: number;
  readonly queue: DueQueue<Underway>;
}

/** What a vehicle does next; a run that is over before that ends instead. */
function plan(vehicle: Underway, due: 'silence' | 'report'): void {
  const { fixedAt, missedAt } = vehicle.report;
  const at = due === 'silence' ? (missedAt ?? fixedAt) : fixedAt;
  vehicle.due = at >= vehicle.endMs ? 'end' : due;
}

function dueAt({ due, report, endMs }: Underway): number {
  if (due === 'end') return endMs;
  return due === 'silence' ? (report.missedAt ?? report.receivedAt) : report.receivedAt;
}

/** The vehicle of a departure; none if its run is over by `now`. */
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
  const ownReports = reports(reporting, random('reports'));
  const report = ownReports.first(startMs, now);
  return {
    ...{ key: parseKey(name), system: pack.system, pattern: profile.pattern, times, handling, endMs },
    accuracy: accuracyOf(sky),
    error: gpsError(sky, random('gps')),
    reports: ownReports,
    ...{ report, lastFixedAt: report.fixedAt, due: 'report' },
  };
}

const scheduledMs = ({ rides, stands }: Profile) =>
  1000 * [...rides, ...stands].reduce((sum, seconds) => sum + seconds, 0);
