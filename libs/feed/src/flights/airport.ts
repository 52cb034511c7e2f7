import type { Place } from '@tickway/tracking';

/** A large airport with scheduled flights. */
export interface Airport extends Place {
  /** IATA code: `LHR`. */
  readonly code: string;
  /** The city it serves. */
  readonly city: string;
  readonly name: string;
  /** `AF`, `AS`, `EU`, `NA`, `OC` or `SA`. */
  readonly continent: string;
  /** How many flights it has, against others. */
  readonly weight: number;
}
