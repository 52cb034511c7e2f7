import type { Place } from './place';

/** Mean radius of the earth, metres (IUGG). */
export const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two places along the great circle (haversine; the earth as a sphere: 0.5 % off at most). */
export function distanceBetween(a: Place, b: Place): number {
  const [dLat, dLon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const half =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The direction in which `b` lies from `a`, degrees clockwise from true north, [0, 360). */
export function bearingBetween(a: Place, b: Place): number {
  const [lat1, lat2, dLon] = [radians(a.lat), radians(b.lat), radians(b.lon - a.lon)];
  const east = Math.sin(dLon) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return wholeTurn((Math.atan2(east, north) * 180) / Math.PI);
}

/** The same direction in [0, 360). */
export function wholeTurn(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 360 ? 0 : turned;
}

/** Degrees to turn from one direction to another the short way, [-180, 180). */
export const turnBetween = (from: number, to: number): number => wholeTurn(to - from + 180) - 180;
