import { timeZone, week } from './feeds.mjs';
import { decodeLine, encodeLine, simplify } from './geometry.mjs';
import { snap } from './snap.mjs';

/** Metres by which a shape may be simplified: below the error of a GPS fix. */
const SHAPE_TOLERANCE = 3;

/**
 * Folds a timetable into a pack: shape, pattern (route, headsign, shape, stops, metres along the shape),
 * profile (pattern with relative times), run (profile, start, days). Each level is kept once; 65,000 runs
 * a day have some 15,000 profiles. The form is documented at `Pack` in libs/feed.
 */
export function makePack({ name, system }, timetable) {
  const routes = new Interned();
  const headsigns = new Interned();
  const stops = new Interned();
  const shapes = shapeTable(timetable);
  const patterns = new Interned();
  const profiles = new Interned();
  const runs = [];
  for (const trip of inStableOrder(timetable.trips)) {
    const route = routes.index(routeOf(timetable.routes.get(trip.route)));
    const stopIds = trip.calls.map(({ stop }) => stop);
    const shape = shapes.index(trip.shape, stopIds);
    const pattern = patterns.index([route, headsigns.index(trip.headsign), shape, stopIds]);
    runs.push({ profile: profiles.index([pattern, ...relativeTimes(trip.calls)]), ...startOf(trip) });
  }
  return {
    format: 'tickway-timetable/1',
    name,
    system,
    timeZone,
    days: week,
    routes: routes.values,
    headsigns: headsigns.values,
    shapes: shapes.encoded(),
    patterns: patterns.values.map((pattern) => withOffsets(pattern, { shapes, stops, timetable })),
    stops: stops.values,
    profiles: profiles.values,
    runs: encodeRuns(runs),
  };
}

/** Values in the order of their first appearance, each once. */
class Interned {
  values = [];
  #indexes = new Map();

  index(value) {
    const text = JSON.stringify(value);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** By route, shape, stops and start, so that equal things lie together and the order is nobody's chance. */
function inStableOrder(trips) {
  const sortKey = ({ route, shape, headsign, calls }) =>
    [route, shape, headsign, calls.map(({ stop }) => stop).join()].join('\u0000');
  return trips
    .map((trip) => ({ trip, text: sortKey(trip), times: relativeTimes(trip.calls).join() }))
    .sort((a, b) => compare(a.text, b.text) || compare(a.times, b.times) || startFirst(a.trip, b.trip))
    .map(({ trip }) => trip);
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const startFirst = (a, b) => a.calls[0].departure - b.calls[0].departure || a.mask - b.mask;

/** A route as its short name (railroads have long ones only) and colour. */
function routeOf({ route_short_name, route_long_name, route_color }) {
  const color = /^[0-9a-f]{6}$/i.test(route_color ?? '') ? route_color : '0078c6';
  return [route_short_name || route_long_name, `#${color.toLowerCase()}`];
}

/** Seconds from each departure to the next arrival, and (if any) of standing at each stop but the first and last. */
function relativeTimes(calls) {
  const rides = calls.slice(1).map(({ arrival }, i) => arrival - calls[i].departure);
  const stands = calls.slice(1, -1).map(({ arrival, departure }) => departure - arrival);
  return stands.some((stand) => stand > 0) ? [rides, stands] : [rides];
}

const startOf = ({ calls, mask }) => ({ start: calls[0].departure, mask });

/** The shapes in use, simplified; a trip without one gets the straight lines between its stops. */
function shapeTable({ shapes, stops }) {
  const used = new Interned();
  const lines = [];
  return {
    index(id, stopIds) {
      const known = shapes.get(id);
      const line = known && known.length > 1 ? known : stopIds.map((stop) => placeOf(stops.get(stop)));
      const index = used.index(encodeLine(simplify(line, SHAPE_TOLERANCE)));
      lines[index] ??= decodeLine(used.values[index]);
      return index;
    },
    line: (index) => lines[index],
    encoded: () => used.values,
  };
}

const placeOf = ({ stop_lat, stop_lon }) => [Number(stop_lat), Number(stop_lon)];

function withOffsets([route, headsign, shape, stopIds], { shapes, stops, timetable }) {
  const found = stopIds.map((stop) => timetable.stops.get(stop));
  const { offsets } = snap(shapes.line(shape), found.map(placeOf));
  const names = found.map(({ stop_name }) => stops.index(stop_name));
  return [route, headsign, shape, names, differences(offsets.map(Math.round))];
}

/** `[days, profiles, starts]` for each set of days; both lists as differences, in order of profile and start. */
function encodeRuns(runs) {
  const merged = acrossDays(runs);
  const masks = [...new Set(merged.map(({ mask }) => mask))].sort((a, b) => a - b);
  return masks.map((mask) => {
    const same = merged.filter((run) => run.mask === mask);
    same.sort((a, b) => a.profile - b.profile || a.start - b.start);
    return [
      mask,
      differences(same.map(({ profile }) => profile)),
      differences(same.map(({ start }) => start)),
    ];
  });
}

/** The railroads list a train once a calendar: the same train on other days becomes one run with the days of both. */
function acrossDays(runs) {
  const merged = new Map();
  for (const { profile, start, mask } of runs) {
    const same = merged.get(`${profile} ${start}`) ?? [];
    const other = same.find((run) => (run.mask & mask) === 0);
    if (other) other.mask |= mask;
    else merged.set(`${profile} ${start}`, [...same, { profile, start, mask }]);
  }
  return [...merged.values()].flat();
}

const differences = (numbers) => numbers.map((number, i) => number - (i === 0 ? 0 : numbers[i - 1]));
