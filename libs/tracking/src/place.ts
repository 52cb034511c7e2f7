/** A place on earth, WGS 84. */
export interface Place {
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east. */
  readonly lon: number;
}
