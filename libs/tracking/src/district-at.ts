import type { District } from './base-map';
import { decodeLine } from './decode-line';
import { isWithin, type GeofenceShape } from './geofence';
import type { Place } from './place';

/** Names the district in which a place lies, the first of several; `undefined` for none. Made once, asked once a place. */
export function districtAt(districts: readonly District[]): (place: Place) => string | undefined {
  const all = districts.map((district) => ({ name: district.name, shapes: districtShapes(district) }));
  return (place) => all.find(({ shapes }) => shapes.some((shape) => isWithin(shape, place)))?.name;
}

/** The areas of a district. */
export const districtShapes = ({ areas }: District): readonly GeofenceShape[] =>
  areas.map((area) => ({ type: 'polygon', corners: placesOf(decodeLine(area)) }));

const placesOf = (line: Float64Array): readonly Place[] =>
  Array.from({ length: line.length / 2 }, (_, i) => ({ lat: line[2 * i] ?? 0, lon: line[2 * i + 1] ?? 0 }));
