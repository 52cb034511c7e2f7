import { parseKey, type Fields } from '@tickway/protocol';
import { greatCircle, placeAway, type GreatCircle } from '@tickway/tracking';
import { exponential, streamOf, type Random } from '../random';
import type { Departures, Underway } from '../vehicles/fleet';
import { accuracyOf, gpsErrorFrom, openSky, type Offset } from '../vehicles/gps-error';
import { reports, type Reporting } from '../vehicles/reports';
import { airlineOf } from './airline';
import type { Airport } from './airport';
import type { PlannedFlight } from './flight-plan';
import { flightAt, metresFlown } from './flight-profile';

/** What is flown. */
export interface FlightRunsOptions {
  /** A day's flights, by departure; flown every day. */
  readonly plan: readonly PlannedFlight[];
  /** Whole number; the same seed and times give the same updates. */
  readonly seed: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Ms between leaving the stand and taking off, and between touching down and being gone. */
const [TAXI_OUT_MS, TAXI_IN_MS] = [10 * MINUTE_MS, 6 * MINUTE_MS];

/** The share of flights that leave on time, the mean delay of the others, and the longest, ms. */
const [PUNCTUAL, DELAY_MS, LONGEST_DELAY_MS] = [0.45, 14 * MINUTE_MS, 120 * MINUTE_MS];

/** A transponder heard every few seconds is reported every quarter of a minute; over seas it is not heard for minutes. */
const reporting: Reporting = { intervalMs: [12_000, 18_000], silenceEvery: 400, silenceMs: 150_000 };

/** All flights of a plan. */
export function flightRuns({ plan, seed }: FlightRunsOptions): Departures {
  let asked = -Infinity;
  return (now) => {
    // No flight takes a day: what departed before yesterday's now is over.
    const since = Math.max(asked, now - DAY_MS);
    asked = now;
    return departed(plan, since, now).flatMap(
      ([flight, startMs]) => underwayOf(flight, startMs, { now, seed }) ?? [],
    );
  };
}

/** The flights whose departure is after `since` and not after `now`, epoch ms, in order. */
function departed(
  plan: readonly PlannedFlight[],
  since: number,
  now: number,
): readonly (readonly [PlannedFlight, number])[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  return [today - DAY_MS, today].flatMap((day) =>
    plan
      .slice(countUpTo(plan, since - day), countUpTo(plan, now - day))
      .map((flight) => [flight, day + flight.departMs] as const),
  );
}

/** How many flights depart up to a time of the day, ms. */
function countUpTo(plan: readonly PlannedFlight[], timeMs: number): number {
  let [low, high] = [0, plan.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan[middle]?.departMs ?? 0) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The run of a departure; none if it is over by `now`. */
function underwayOf(
  flight: PlannedFlight,
  startMs: number,
  { now, seed }: { readonly now: number; readonly seed: number },
): Underway | undefined {
  const key = flight.number.replace(' ', '-');
  const random = (purpose: string) => streamOf(seed, key, String(startMs), purpose);
  const delayMs = delay(random('delay'));
  const takeOffMs = startMs + delayMs + TAXI_OUT_MS;
  const landMs = takeOffMs + flight.profile.duration * 1000;
  const endMs = Math.ceil(landMs + TAXI_IN_MS);
  if (endMs <= now) return undefined;
  const ownReports = reports(reporting, random('reports'));
  const report = ownReports.first(startMs, now);
  const error = gpsErrorFrom(report.fixedAt, openSky, random('gps'));
  const flying = { flight, takeOffMs, landMs, delayMs, way: greatCircle(flight.from, flight.to) };
  return {
    ...{ key: parseKey(key), endMs, reports: ownReports, report },
    reportAt: (at) => reportAt(flying, at, error(at)),
  };
}

const delay = (random: Random) =>
  random() < PUNCTUAL ? 0 : Math.min(LONGEST_DELAY_MS, Math.floor(exponential(random, DELAY_MS)));

/** A flight on one day. */
interface Flying {
  readonly flight: PlannedFlight;
  /** Epoch ms. */
  readonly takeOffMs: number;
  readonly landMs: number;
  readonly delayMs: number;
  readonly way: GreatCircle;
}

const accuracy = Math.round(accuracyOf(openSky) * 10) / 10;

/** What an aircraft reports at `at` (epoch ms): the fields of a row of topic `flights`. */
function reportAt({ flight, takeOffMs, landMs, delayMs, way }: Flying, at: number, error: Offset): Fields {
  const { profile, from, to, number } = flight;
  const seconds = (at - takeOffMs) / 1000;
  const { speed, altitude } = flightAt(profile, seconds);
  const { course, ...place } = way.placeAt(metresFlown(profile, seconds));
  const { lat, lon } = placeAway(place, ...asTurnAndDistance(error));
  const airborne = at > takeOffMs && at < landMs;
  return {
    ...{ lat: rounded(lat, 5), lon: rounded(lon, 5), accuracy },
    ...{ course: Math.round(course) % 360, speed: rounded(speed, 1), altitude: rounded(altitude, -1) },
    state: airborne ? 'moving' : 'dwelling',
    system: 'flight',
    ...{ route: number, color: airlineOf(from.continent).color, headsign: to.city },
    nextStop: nameOf(at < takeOffMs ? from : to),
    lateMs: Math.round(delayMs / 1000) * 1000,
    ...{ origin: from.code, destination: to.code },
  };
}

const nameOf = ({ name, code }: Airport) => `${name} (${code})`;

const asTurnAndDistance = ([east, north]: Offset) =>
  [(Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north)] as const;

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
