export type { BaseMap, Bounds, CodedLine, District, NamedPlace, RailLines, Station } from './base-map';
export { cellOf, cellsOf } from './cell';
export { decodeLine } from './decode-line';
export { bearingBetween, distanceBetween, EARTH_RADIUS, turnBetween, wholeTurn } from './distance';
export { districtAt, districtShapes } from './district-at';
export { isWithin, type Circle, type Geofence, type GeofenceShape, type Polygon } from './geofence';
export { geofenceBounds } from './geofence-bounds';
export { geofenceWatch, type Crossing, type GeofenceWatch, type Sighting } from './geofence-watch';
export { glideBetween, type Fix, type Glided } from './glide-between';
export { greatCircle, placeAway, type GreatCircle, type Headed } from './great-circle';
export type { Place } from './place';
export { planeAt, type Plane } from './plane';
export {
  positionOf,
  transitSystems,
  vehicleSystems,
  type Flight,
  type Position,
  type TransitSystem,
  type VehicleState,
  type VehicleSystem,
} from './position';
