export type { BaseMap, Bounds, CodedLine, NamedPlace, RailLines, Station } from './base-map';
export { cellOf, cellsOf } from './cell';
export { decodeLine } from './decode-line';
export { bearingBetween, distanceBetween, EARTH_RADIUS, turnBetween, wholeTurn } from './distance';
export { glideBetween, type Fix, type Glided } from './glide-between';
export type { Place } from './place';
export { planeAt, type Plane } from './plane';
export { positionOf, transitSystems, type Position, type TransitSystem, type VehicleState } from './position';
