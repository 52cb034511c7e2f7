import { serviceDays } from './calendar.mjs';

/**
 * Reads what a pack needs of one feed: the trips that run in the week with their stops and times, and
 * the shapes, stops and routes they use.
 *
 * @param {Awaited<ReturnType<import('./archive.mjs').openArchive>>} archive
 * @param {string} folder the feed's folder in the archive
 */
export async function readTimetable(archive, folder) {
  const member = (name) => `gtfs_json/${folder}/${name}.json`;
  const days = serviceDays(
    await archive.records(member('calendar')),
    await archive.records(member('calendar_dates')),
  );
  const trips = await readTrips(archive.lines(member('trips')), days);
  await addStopTimes(archive.lines(member('stop_times')), trips);
  const shapeIds = new Set([...trips.values()].map(({ shape }) => shape));
  return {
    trips: [...trips.values()].filter(({ calls }) => calls.length > 1).map(inOrder),
    shapes: await readShapes(archive.lines(member('shapes')), shapeIds),
    stops: new Map((await archive.records(member('stops'))).map((stop) => [stop.stop_id, stop])),
    routes: new Map((await archive.records(member('routes'))).map((route) => [route.route_id, route])),
  };
}

async function readTrips(lines, days) {
  const trips = new Map();
  for await (const line of lines) {
    const { trip_id, route_id, service_id, trip_headsign, shape_id } = JSON.parse(line);
    const mask = days.get(service_id);
    if (mask === undefined) continue;
    trips.set(trip_id, { mask, route: route_id, headsign: trip_headsign ?? '', shape: shape_id, calls: [] });
  }
  return trips;
}

async function addStopTimes(lines, trips) {
  for await (const line of lines) {
    // The trip comes first in every record; most are of other days and not worth parsing.
    const trip = trips.get(line.slice(TRIP_ID_AT, line.indexOf('"', TRIP_ID_AT)));
    if (!trip) continue;
    const { stop_id, arrival_time, departure_time, stop_sequence } = JSON.parse(line);
    const [arrival, departure] = [seconds(arrival_time), seconds(departure_time)];
    trip.calls.push({ stop: stop_id, arrival, departure, order: Number(stop_sequence) });
  }
}

const TRIP_ID_AT = '{"trip_id":"'.length;

async function readShapes(lines, wanted) {
  const shapes = new Map();
  for await (const line of lines) {
    const { shape_id, shape_pt_lat, shape_pt_lon, shape_pt_sequence } = JSON.parse(line);
    if (!wanted.has(shape_id)) continue;
    if (!shapes.has(shape_id)) shapes.set(shape_id, []);
    shapes.get(shape_id).push([Number(shape_pt_sequence), Number(shape_pt_lat), Number(shape_pt_lon)]);
  }
  for (const [id, points] of shapes)
    shapes.set(id, withoutRepeats(points.sort((a, b) => a[0] - b[0]).map(([, lat, lon]) => [lat, lon])));
  return shapes;
}

const withoutRepeats = (line) =>
  line.filter(([lat, lon], i) => i === 0 || lat !== line[i - 1][0] || lon !== line[i - 1][1]);

const inOrder = (trip) => ({ ...trip, calls: trip.calls.sort((a, b) => a.order - b.order) });

/** Seconds of the service day; the hour may be 24 or more. */
function seconds(time) {
  const [hours, minutes, rest] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}
