import { bearingBetween, distanceBetween } from '@tickway/tracking';
import { streamOf, type Random } from '../random';
import { airlineOf } from './airline';
import type { Airport } from './airport';
import { flightProfile, type FlightProfile } from './flight-profile';

/** A flight as the plan has it, every day at the same time. */
export interface PlannedFlight {
  /** `XEU 1482`. */
  readonly number: string;
  readonly from: Airport;
  readonly to: Airport;
  /** Scheduled departure, ms after 00:00 UTC. */
  readonly departMs: number;
  readonly profile: FlightProfile;
}

/** Flights a day: with these, 2,000 to 4,000 are in the air at any time. */
const FLIGHTS = 21_000;

/** Kilometres under which nobody flies, from where on few do, and that no airliner reaches. */
const [LEAST, MANY, MOST] = [280, 1300, 15_400];

/** Kilometres from which on a way is flown as often only between airports whose weights' product is so large. */
const [FAR, WORTH_FAR] = [4500, 40];

/** How much likelier a way within a continent is. */
const NEIGHBOURS = 2.5;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * A day's flights of the world, by departure: invented, but between real airports, more of them where airports are large and
 * near each other, most of them by day where they begin. The same seed gives the same plan.
 */
export function flightPlan(airports: readonly Airport[], seed: number): readonly PlannedFlight[] {
  const random = streamOf(seed, 'flights', 'plan');
  const origin = drawing(airports, ({ weight }) => weight);
  const destinations = new Map<Airport, Drawing>();
  const counts = new Map<string, number>();
  const flights = Array.from({ length: FLIGHTS }, () => {
    const from = origin(random);
    const to = getOrMake(destinations, from, () => drawing(airports, (other) => pull(from, other)))(random);
    const { code } = airlineOf(from.continent);
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return {
      number: `${code} ${count}`,
      from,
      to,
      departMs: departure(from, random),
      profile: way(from, to, random),
    };
  });
  return flights.sort((a, b) => a.departMs - b.departMs);
}

/** Chooses an airport by chance. */
type Drawing = (random: Random) => Airport;

function drawing(airports: readonly Airport[], weightOf: (airport: Airport) => number): Drawing {
  const sums = new Float64Array(airports.length);
  let total = 0;
  airports.forEach((airport, i) => (sums[i] = total += weightOf(airport)));
  return (random) => {
    const drawn = airports[firstOver(sums, random() * total)];
    if (!drawn) throw new Error('a plan needs airports');
    return drawn;
  };
}

/** The index of the first of some rising sums that is over a number. */
function firstOver(sums: Float64Array, number: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many fly from one airport to another, against others: a gravity model. */
function pull(from: Airport, to: Airport): number {
  const km = distanceBetween(from, to) / 1000;
  if (km < LEAST || km > MOST) return 0;
  const near = from.continent === to.continent ? NEIGHBOURS : 1;
  const worth = km < FAR ? 1 : Math.min(1, (from.weight * to.weight) / WORTH_FAR);
  return (near * worth * to.weight) / (1 + (km / MANY) ** 1.75);
}

/** When a flight leaves: nine of ten between half past five and eleven in the evening by the sun. */
function departure({ lon }: Airport, random: Random): number {
  const hour = random() < 0.9 ? 5.5 + 17.5 * random() : 24 * random();
  const utc = hour * HOUR_MS - (lon / 360) * DAY_MS;
  return Math.floor((((utc % DAY_MS) + DAY_MS) % DAY_MS) / 300_000) * 300_000;
}

/** Metres of a flight level's hundred feet. */
const LEVEL = 30.48;

/** Longer ways are flown faster and higher; eastbound on odd levels, westbound on even ones. */
function way(from: Airport, to: Airport, random: Random): FlightProfile {
  const length = distanceBetween(from, to);
  const cruise = 218 + 30 * Math.min(1, length / 4e6) + 6 * random();
  const eastbound = bearingBetween(from, to) < 180;
  const level = 330 + 20 * Math.floor(4 * random()) + (eastbound ? 0 : 10);
  return flightProfile(length, { cruise, ceiling: level * LEVEL });
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
