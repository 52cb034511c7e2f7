/**
 * The map under the vehicles, as the server gives it to the page: drawn lines instead of tiles, so that it
 * needs no network. Made by `tools/nyc-data` and `tools/world-data`.
 */
export interface BaseMap {
  readonly format: 'tickway-base-map/1';
  /** Lines that must be shown with the map, one a source. */
  readonly attribution: readonly string[];
  /** What it covers; outside of it there is nothing to see. */
  readonly bounds: Bounds;
  /**
   * Polygons of land, as those of `sea`: what they leave is water. Without them everything is land. Those over the date line go on
   * beyond 180 degrees: the world is drawn as often as it is seen.
   */
  readonly land?: readonly (readonly CodedLine[])[];
  /** Polygons of water on the land, each a list of rings: the first is its shore, the others are islands in it. Fill by the even-odd rule. */
  readonly sea: readonly (readonly CodedLine[])[];
  /** Borders of counties or countries; they also run through water. */
  readonly borders: readonly CodedLine[];
  /** The streets that buses use, each stretch once. */
  readonly streets: readonly CodedLine[];
  readonly rails: readonly RailLines[];
  readonly stations: readonly Station[];
  readonly places: readonly NamedPlace[];
  /** Parts of the map that vehicles can be sought in; absent where there are none. */
  readonly districts?: readonly District[];
}

/** A named part of the map: a borough of New York, its borders some 100 m off. A place is in the first that holds it. */
export interface District {
  readonly name: string;
  /** Its corners, area by area; open rings. */
  readonly areas: readonly CodedLine[];
}

/** Tracks of one system drawn in one colour, each stretch once. */
export interface RailLines {
  /** `subway`, `lirr` or `mnr`. */
  readonly system: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly lines: readonly CodedLine[];
}

/** A railroad or subway station, or an airport, whose name is its code. */
export interface Station {
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly system: string;
}

/** A name to write on the map. */
export interface NamedPlace {
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** 1: a borough, from afar; 2: a town, nearer by. */
  readonly rank: number;
}

/** A box of the map, degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * A line as whole numbers in units of 1e-5 degree: latitude and longitude of its first place, then the
 * differences of each place to the one before. Read it with `decodeLine`.
 */
export type CodedLine = readonly number[];
