import { feature, mesh } from 'topojson-client';
import { encodeLine, simplify } from '../nyc-data/geometry.mjs';
import { closedRing, rounded, unwrapped } from './rings.mjs';

/** Where web maps end, degrees. */
const bounds = { south: -85, west: -180, north: 85, east: 180 };

/** Metres by which lines are simplified: under three pixels at zoom 8. */
const TOLERANCE = 1500;

/** Square kilometres under which an island or a lake is left out. */
const [SMALLEST_ISLAND, SMALLEST_LAKE] = [60, 400];

/** The world under the flights, in the form documented at `BaseMap` in libs/tracking. */
export function makeBaseMap({ countries, land, waters, airports }) {
  return {
    format: 'tickway-base-map/1',
    attribution: ['Land: Natural Earth', 'Airports: OurAirports'],
    bounds,
    land: polygonsOf(feature(land, land.objects.land), SMALLEST_ISLAND),
    sea: polygonsOf(feature(waters, waters.objects.lakes), SMALLEST_LAKE),
    borders: mesh(countries, countries.objects.countries, (a, b) => a !== b).coordinates.map(coded),
    streets: [],
    rails: [],
    stations: airports.map(({ code, lat, lon }) => ({ name: code, lat, lon, system: 'flight' })),
    places: [],
  };
}

const polygonsOf = ({ features }, smallest) =>
  features
    .flatMap(({ geometry: { type, coordinates } }) => (type === 'Polygon' ? [coordinates] : coordinates))
    .map((rings) => rings.flatMap((ring) => ringOf(ring, smallest)))
    .filter((rings) => rings.length > 0);

function ringOf(ring, smallest) {
  const closed = closedRing(unwrapped(turned(ring)), bounds);
  if (areaOf(closed) < smallest) return [];
  const line = simplifiedRing(closed);
  return line.length > 3 ? [encodeLine(line.map(rounded))] : [];
}

/** A ring has no ends to hold on to: it is simplified as two halves. */
function simplifiedRing(ring) {
  const middle = ring.length >> 1;
  const first = simplify(ring.slice(0, middle + 1), TOLERANCE);
  const second = simplify([...ring.slice(middle), ring[0]], TOLERANCE);
  return [...first, ...second.slice(1, -1)];
}

const coded = (line) => encodeLine(simplify(unwrapped(turned(line)), TOLERANCE).map(rounded));

/** GeoJSON has longitude first. */
const turned = (line) => line.map(([lon, lat]) => [lat, lon]);

/** Square kilometres, as on a plane: good enough to tell an islet from an island. */
function areaOf(ring) {
  const doubled = ring.reduce((sum, [lat, lon], i) => {
    const [beforeLat, beforeLon] = ring.at(i - 1);
    return sum + (beforeLon * lat - lon * beforeLat) * Math.cos((lat * Math.PI) / 180);
  }, 0);
  return (Math.abs(doubled) / 2) * 111.2 ** 2;
}
