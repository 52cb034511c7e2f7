import type { Bounds } from './base-map';
import { EARTH_RADIUS } from './distance';
import type { GeofenceShape } from './geofence';

/** The box around a geofence, degrees; not made for one that holds a pole or the date line. */
export function geofenceBounds(shape: GeofenceShape): Bounds {
  if (shape.type === 'polygon') {
    const [lats, lons] = [shape.corners.map(({ lat }) => lat), shape.corners.map(({ lon }) => lon)];
    return {
      south: Math.min(...lats),
      west: Math.min(...lons),
      north: Math.max(...lats),
      east: Math.max(...lons),
    };
  }
  const { center, radius } = shape;
  const up = ((radius / EARTH_RADIUS) * 180) / Math.PI;
  const out = up / Math.cos((center.lat * Math.PI) / 180);
  return {
    south: center.lat - up,
    west: center.lon - out,
    north: center.lat + up,
    east: center.lon + out,
  };
}
