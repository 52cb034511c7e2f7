import type { Place } from './place';

/** A point of the unit sphere, or a direction: through 0°N 0°E, through 0°N 90°E, through the north pole. */
export type Vector = readonly [number, number, number];

const RADIANS = Math.PI / 180;

/** The point of the unit sphere at a place. */
export function vectorOf({ lat, lon }: Place): Vector {
  const out = Math.cos(lat * RADIANS);
  return [out * Math.cos(lon * RADIANS), out * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

/** The place under a vector of any length but 0. */
export const placeOf = ([x, y, z]: Vector): Place => ({
  lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS,
  lon: Math.atan2(y, x) / RADIANS,
});

/** Unit vectors to the north and to the east at a place; at a pole they are those of its longitude. */
export function compassAt({ lat, lon }: Place): { readonly north: Vector; readonly east: Vector } {
  const [sineLon, cosineLon] = [Math.sin(lon * RADIANS), Math.cos(lon * RADIANS)];
  const [sineLat, cosineLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  return { north: [-sineLat * cosineLon, -sineLat * sineLon, cosineLat], east: [-sineLon, cosineLon, 0] };
}
