import type { Fields } from '@tickway/protocol';
import { planeAt, type TransitSystem } from '@tickway/tracking';
import type { Offset } from './gps-error';
import type { Pattern } from './pack';
import { metresAfter, rideOf, speedAfter, type Handling } from './ride';
import type { RunTimes } from './run-times';
import { onTrack } from './track';

/** A run on its way. */
export interface Vehicle {
  readonly system: TransitSystem;
  readonly pattern: Pattern;
  readonly times: RunTimes;
  readonly handling: Handling;
  /** Metres, for its fixes. */
  readonly accuracy: number;
}

/** Where along its track a vehicle is, and what it does. */
export interface Progress {
  /** The stop it stands at or left last. */
  readonly stop: number;
  readonly standing: boolean;
  /** Metres along its track. */
  readonly offset: number;
  /** Metres per second. */
  readonly speed: number;
}

/** Where a vehicle truly is at `at` (epoch ms). */
export function progressAt({ pattern, times, handling }: Vehicle, at: number): Progress {
  const stop = lastReached(times.arrivals, at);
  const offset = pattern.offsets[stop] ?? 0;
  const left = times.departures[stop] ?? at;
  const arrival = times.arrivals[stop + 1];
  if (at < left || arrival === undefined) return { stop, standing: true, offset, speed: 0 };
  const length = (pattern.offsets[stop + 1] ?? offset) - offset;
  const ride = rideOf(length, (arrival - left) / 1000, handling);
  const seconds = (at - left) / 1000;
  return {
    stop,
    standing: false,
    offset: offset + metresAfter(ride, seconds),
    speed: speedAfter(ride, seconds),
  };
}

/** What the vehicle reports at `at` (epoch ms): the fields of a row of topic `positions`. */
export function reportAt(vehicle: Vehicle, at: number, [east, north]: Offset): Fields {
  const { pattern, times, system, accuracy } = vehicle;
  const { stop, standing, offset, speed } = progressAt(vehicle, at);
  const place = onTrack(pattern.track, offset);
  const plane = planeAt(place);
  return {
    lat: rounded(plane.lat(north), 5),
    lon: rounded(plane.lon(east), 5),
    accuracy: rounded(accuracy, 1),
    course: Math.round(place.course) % 360,
    speed: rounded(speed, 1),
    state: standing ? 'dwelling' : 'moving',
    system,
    route: pattern.route.name,
    color: pattern.route.color,
    headsign: pattern.headsign,
    nextStop: pattern.stops[standing ? stop : stop + 1] ?? '',
    lateMs: Math.round((times.lateMs[stop] ?? 0) / 1000) * 1000,
  };
}

/** The last stop at which the vehicle has arrived by `at`. */
function lastReached(arrivals: readonly number[], at: number): number {
  let low = 0;
  let high = arrivals.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((arrivals[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
