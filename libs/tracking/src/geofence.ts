import { distanceBetween } from './distance';
import type { Place } from './place';

/** A named area. */
export interface Geofence {
  readonly id: string;
  readonly name: string;
  readonly shape: GeofenceShape;
}

/** A circle, or a polygon of three corners or more whose edges are straight on a web map. */
export type GeofenceShape = Circle | Polygon;

/** All places no farther than `radius` metres from `center`. */
export interface Circle {
  readonly type: 'circle';
  readonly center: Place;
  readonly radius: number;
}

/** The area that the corners enclose, in the order in which they were drawn; where it crosses itself the even-odd rule holds. */
export interface Polygon {
  readonly type: 'polygon';
  readonly corners: readonly Place[];
}

/** Whether a place lies in a geofence. Over a city an edge of degrees is straight within a metre. */
export const isWithin = (shape: GeofenceShape, place: Place): boolean =>
  shape.type === 'circle'
    ? distanceBetween(shape.center, place) <= shape.radius
    : encloses(shape.corners, place);

/** Counts the edges that a ray to the east crosses (even-odd rule). */
function encloses(corners: readonly Place[], { lat, lon }: Place): boolean {
  let inside = false;
  corners.forEach((a, i) => {
    const b = corners.at(i - 1) ?? a;
    if (a.lat > lat === b.lat > lat) return;
    if (lon < a.lon + ((lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon)) inside = !inside;
  });
  return inside;
}
