import { EARTH_RADIUS } from './distance';
import type { Place } from './place';

const METRES_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS;

/** A flat map around an origin, in metres; over a city its error is centimetres a kilometre. */
export interface Plane {
  /** Metres east of the origin. */
  x(lon: number): number;
  /** Metres north of the origin. */
  y(lat: number): number;
  lon(x: number): number;
  lat(y: number): number;
}

/** The flat map that is true to scale at `origin`. */
export function planeAt(origin: Place): Plane {
  const eastward = METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  return {
    x: (lon) => (lon - origin.lon) * eastward,
    y: (lat) => (lat - origin.lat) * METRES_PER_DEGREE,
    lon: (x) => origin.lon + x / eastward,
    lat: (y) => origin.lat + y / METRES_PER_DEGREE,
  };
}
