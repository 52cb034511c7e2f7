import { mesh } from 'topojson-client';
import { clipLine, clipRing } from './clip.mjs';
import { districtsOf } from './districts.mjs';
import { encodeLine, simplify } from './geometry.mjs';
import { netOf } from './net.mjs';
import { places } from './places.mjs';

/** Greater New York: Trenton to Montauk, the Jersey shore to Poughkeepsie. */
const bounds = { south: 39.9, west: -75.4, north: 42, east: -71.4 };

/** Metres by which lines are simplified, by what they are. */
const tolerance = { sea: 5, rail: 3, street: 5 };

/** The map under the vehicles, in the form documented at `BaseMap` in libs/tracking. */
export function makeBaseMap({ timetables, seas, counties }) {
  const rail = timetables.filter(({ feed }) => feed.system !== 'bus');
  const bus = timetables.filter(({ feed }) => feed.system === 'bus');
  return {
    format: 'tickway-base-map/1',
    attribution: [
      'Coast © OpenStreetMap contributors (ODbL)',
      'Schedules: MTA, not affiliated',
      'Borders: US Census Bureau',
    ],
    bounds,
    sea: seaPolygons(seas),
    borders: borderLines(counties),
    streets: netOf(
      bus.flatMap(({ timetable }) => [...timetable.shapes.values()]),
      tolerance.street,
    ).map(encodeLine),
    rails: rail.flatMap(railLines),
    stations: rail.flatMap(stationsOf),
    places: places.map(([name, lat, lon, rank]) => ({ name, lat, lon, rank })),
    districts: districtsOf(counties),
  };
}

/** GeoJSON has longitude first. */
const turned = (ring) => ring.map(([lon, lat]) => [lat, lon]);

function seaPolygons({ geometries, coordinates }) {
  const polygons = coordinates ?? geometries.flatMap((geometry) => geometry.coordinates);
  return polygons
    .map((rings) => rings.map((ring) => clipRing(turned(ring), bounds)).filter((ring) => ring.length > 2))
    .filter((rings) => rings.length > 0)
    .map((rings) =>
      rings
        .map(closedSimplified)
        .filter((ring) => ring.length > 3)
        .map(encodeLine),
    );
}

/** A ring has no ends to hold on to: it is simplified as two halves. */
function closedSimplified(ring) {
  const middle = ring.length >> 1;
  const first = simplify(ring.slice(0, middle + 1), tolerance.sea);
  const second = simplify([...ring.slice(middle), ring[0]], tolerance.sea);
  return [...first, ...second.slice(1, -1)];
}

function borderLines(counties) {
  const { coordinates } = mesh(counties, counties.objects.counties, (a, b) => a !== b);
  return coordinates.flatMap((line) => clipLine(turned(line), bounds)).map(encodeLine);
}

/** One entry a system and colour: routes of one colour share tracks, which are drawn once. */
function railLines({ feed, timetable }) {
  const byColor = new Map();
  for (const { route, shape } of timetable.trips) {
    const color = `#${(timetable.routes.get(route).route_color || '808183').toLowerCase()}`;
    if (!byColor.has(color)) byColor.set(color, new Set());
    byColor.get(color).add(shape);
  }
  return [...byColor].sort().map(([color, shapes]) => {
    const lines = [...shapes].sort().flatMap((shape) => [timetable.shapes.get(shape) ?? []]);
    return { system: feed.system, color, lines: netOf(lines, tolerance.rail).map(encodeLine) };
  });
}

/** Each station that a train of the week calls at, once by name and place. */
function stationsOf({ feed, timetable }) {
  const called = new Set(timetable.trips.flatMap(({ calls }) => calls.map(({ stop }) => stop)));
  const stations = new Map();
  for (const id of [...called].sort()) {
    const { stop_name: name, stop_lat, stop_lon } = timetable.stops.get(id);
    const [lat, lon] = [Number(stop_lat), Number(stop_lon)];
    stations.set(`${name} ${lat.toFixed(3)} ${lon.toFixed(3)}`, { name, lat, lon, system: feed.system });
  }
  return [...stations.values()];
}
