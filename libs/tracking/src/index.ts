export type { BaseMap, Bounds, CodedLine, NamedPlace, RailLines, Station } from './base-map';
export { decodeLine } from './decode-line';
