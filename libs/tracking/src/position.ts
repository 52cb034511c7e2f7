import type { Fields, FieldValue } from '@tickway/protocol';
import type { Place } from './place';

/** One fix of a vehicle: what the fields of a row of topic `positions` or `flights` say. The row's `at` is the time of the fix. */
export interface Position extends Place {
  /** Radius of the circle that holds the vehicle two times of three, metres. */
  readonly accuracy: number;
  /** Direction of travel, degrees clockwise from true north, [0, 360). */
  readonly course: number;
  /** Metres per second. */
  readonly speed: number;
  readonly state: VehicleState;
  readonly system: VehicleSystem;
  /** The line's short name: `7`, `M60-SBS`, `Babylon Branch`; a flight's number. */
  readonly route: string;
  /** The line's colour, `#rrggbb`. */
  readonly color: string;
  /** Where it goes, as its front says. */
  readonly headsign: string;
  /** The stop it goes to, or stands at while `dwelling`. */
  readonly nextStop: string;
  /** How much later than scheduled it was at its last stop (or take-off), ms; never negative. */
  readonly lateMs: number;
  /** Of a flight. */
  readonly flight?: Flight;
}

/** What a position says of a flight besides. */
export interface Flight {
  /** Codes of the airports it comes from and goes to: `LHR`. */
  readonly origin: string;
  readonly destination: string;
  /** Metres above the sea. */
  readonly altitude: number;
}

/** Under way, standing at a stop, or not heard of (the position is the last one known). */
export type VehicleState = 'moving' | 'dwelling' | 'offline';

/** Who runs it: New York's subway, Long Island Rail Road, Metro-North Railroad, or its buses. */
export type TransitSystem = 'subway' | 'lirr' | 'mnr' | 'bus';

/** The systems in the order in which lists and legends show them. */
export const transitSystems = ['subway', 'lirr', 'mnr', 'bus'] as const satisfies readonly TransitSystem[];

/** Whatever vehicles belong to: New York's transit, or the world's (invented) flights. */
export type VehicleSystem = TransitSystem | 'flight';

export const vehicleSystems = [...transitSystems, 'flight'] as const satisfies readonly VehicleSystem[];

/** Reads the fields of a row of topic `positions`; `undefined` when they are not a position. */
export function positionOf(fields: Fields): Position | undefined {
  const { lat, lon, course, speed, state, system } = fields;
  if (!isNumber(lat) || !isNumber(lon) || !isNumber(course) || !isNumber(speed)) return undefined;
  if (!isState(state) || !isSystem(system)) return undefined;
  return { lat, lon, course, speed, state, system, ...detailsOf(fields), ...flightOf(fields) };
}

/** What a position can do without. */
const detailsOf = ({ accuracy, route, color, headsign, nextStop, lateMs }: Fields) => ({
  accuracy: numberOf(accuracy),
  route: textOf(route),
  color: textOf(color),
  headsign: textOf(headsign),
  nextStop: textOf(nextStop),
  lateMs: numberOf(lateMs),
});

function flightOf({ origin, destination, altitude }: Fields): Pick<Position, 'flight'> {
  if (typeof origin !== 'string' || typeof destination !== 'string') return {};
  return { flight: { origin, destination, altitude: numberOf(altitude) } };
}

const isNumber = (value: FieldValue | undefined): value is number => typeof value === 'number';
const numberOf = (value: FieldValue | undefined) => (isNumber(value) ? value : 0);
const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');

const isState = (value: FieldValue | undefined): value is VehicleState =>
  value === 'moving' || value === 'dwelling' || value === 'offline';

const isSystem = (value: FieldValue | undefined): value is VehicleSystem =>
  vehicleSystems.some((system) => system === value);
