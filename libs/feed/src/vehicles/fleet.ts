import type { Fields, Key, Update } from '@tickway/protocol';
import { DueQueue } from './due-queue';
import type { Report, Reports } from './reports';

/** A run on its way, as far as a fleet is concerned. */
export interface Underway {
  readonly key: Key;
  /** When it is over, epoch ms. */
  readonly endMs: number;
  readonly reports: Reports;
  /** Its first report, or the last one that had arrived when it was found under way. */
  readonly report: Report;
  /** What it says of itself at `at` (epoch ms); asked in the order of time. */
  readonly reportAt: (at: number) => Fields;
}

/** Gives out all runs that departed since it was last asked; the first time, all that are under way. Times are epoch ms. */
export type Departures = (now: number) => readonly Underway[];

/** A vehicle with what it does next. */
interface Vehicle extends Omit<Underway, 'report'> {
  report: Report;
  /** What is due next: its silence is noticed, its report arrives, it is at its end. */
  due: 'silence' | 'report' | 'end';
}

interface Moment {
  readonly now: number;
  readonly queue: DueQueue<Vehicle>;
}

/** Vehicles that fall due within this time, ms, fall due together. */
const GRAIN_MS = 50;

/**
 * All vehicles that run, moved on by calling {@link advance}: only those that have something to say are touched.
 * Times are real ones, epoch ms.
 */
export class Fleet {
  readonly #underway = new Set<Key>();
  #queue: DueQueue<Vehicle> | undefined;

  constructor(private readonly departures: Departures) {}

  /** How many vehicles are under way. */
  get size(): number {
    return this.#underway.size;
  }

  /** Moves on to `now` and says what changed since; the first time, every vehicle under way. */
  advance(now: number): readonly Update[] {
    this.#queue ??= new DueQueue(GRAIN_MS, now);
    const moment = { now, queue: this.#queue };
    const started = this.departures(now).flatMap((run) => this.#started(run));
    return [...started, ...moment.queue.take(now)].flatMap((vehicle) => this.#said(vehicle, moment));
  }

  #started(run: Underway): readonly Vehicle[] {
    if (this.#underway.has(run.key)) return [];
    this.#underway.add(run.key);
    return [{ ...run, due: 'report' }];
  }

  #said(vehicle: Vehicle, { now, queue }: Moment): readonly Update[] {
    if (vehicle.due === 'end') return [this.#ended(vehicle)];
    const update = vehicle.due === 'silence' ? silenceOf(vehicle) : reportOf(vehicle, now);
    queue.add(vehicle, dueAt(vehicle));
    return [update];
  }

  #ended({ key, endMs }: Vehicle): Update {
    this.#underway.delete(key);
    return { key, removed: true, at: endMs };
  }
}

/** Says that a vehicle has not been heard of; its report is then awaited. */
function silenceOf(vehicle: Vehicle): Update {
  const at = vehicle.report.missedAt ?? vehicle.report.fixedAt;
  plan(vehicle, 'report');
  return { key: vehicle.key, fields: { state: 'offline', speed: 0 }, at };
}

/** Says what a vehicle reported, and plans its next report. */
function reportOf(vehicle: Vehicle, now: number): Update {
  const { fixedAt } = vehicle.report;
  vehicle.report = vehicle.reports.next(fixedAt, now);
  plan(vehicle, vehicle.report.missedAt === undefined ? 'report' : 'silence');
  return { key: vehicle.key, fields: vehicle.reportAt(fixedAt), at: fixedAt };
}

/** What a vehicle does next; a run that is over before that ends instead. */
function plan(vehicle: Vehicle, due: 'silence' | 'report'): void {
  const { fixedAt, missedAt } = vehicle.report;
  const at = due === 'silence' ? (missedAt ?? fixedAt) : fixedAt;
  vehicle.due = at >= vehicle.endMs ? 'end' : due;
}

function dueAt({ due, report, endMs }: Vehicle): number {
  if (due === 'end') return endMs;
  return due === 'silence' ? (report.missedAt ?? report.receivedAt) : report.receivedAt;
}
