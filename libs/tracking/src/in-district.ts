import type { District } from './base-map';
import { decodeLine } from './decode-line';
import { isWithin, type GeofenceShape } from './geofence';
import type { Place } from './place';

/** Whether a place lies in a district: made once, asked once a place. */
export function inDistrict(district: District): (place: Place) => boolean {
  const shapes = districtShapes(district);
  return (place) => shapes.some((shape) => isWithin(shape, place));
}

/** The areas of a district. */
export const districtShapes = ({ areas }: District): readonly GeofenceShape[] =>
  areas.map((area) => ({ type: 'polygon', corners: placesOf(decodeLine(area)) }));

const placesOf = (line: Float64Array): readonly Place[] =>
  Array.from({ length: line.length / 2 }, (_, i) => ({ lat: line[2 * i] ?? 0, lon: line[2 * i + 1] ?? 0 }));
