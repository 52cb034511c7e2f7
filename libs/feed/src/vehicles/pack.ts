import type { TransitSystem } from '@tickway/tracking';
import type { Track } from './track';

/**
 * One week of one operator's timetable: who runs where and when. It goes from the general to the single:
 * a track carries patterns, a pattern has profiles of times, a profile has runs. `readPack` makes it from a file
 * that `tools/nyc-data` wrote.
 */
export interface Pack {
  /** The file's name without its ending; vehicles' keys begin with it. */
  readonly name: string;
  readonly system: TransitSystem;
  /** IANA name of the zone in which the timetable's clock runs. */
  readonly timeZone: string;
  /** The seven dates the pack holds, `YYYY-MM-DD`; bit `i` of a run's days stands for `days[i]`. */
  readonly days: readonly string[];
  readonly profiles: readonly Profile[];
  readonly runs: Runs;
}

/** A line as its passengers know it. */
export interface Route {
  /** Short name: `7`, `M60-SBS`, `Babylon Branch`. */
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** A way to go: the stops in order, and where along its track each one is. */
export interface Pattern {
  readonly route: Route;
  readonly headsign: string;
  readonly track: Track;
  /** Names of the stops. */
  readonly stops: readonly string[];
  /** Metres along the track of each stop; never falling. */
  readonly offsets: readonly number[];
}

/** The times of a pattern, relative to the run's start. */
export interface Profile {
  readonly pattern: Pattern;
  /** Seconds from the departure at each stop but the last to the arrival at the next. */
  readonly rides: readonly number[];
  /** Seconds of standing at each stop but the first and the last; empty when the timetable gives none. */
  readonly stands: readonly number[];
}

/** All runs, a column each: run `i` has `profiles[profile[i]]`. */
export interface Runs {
  readonly profile: Uint32Array;
  /** Seconds from the begin of the service day to the departure at the first stop; may be 86,400 or more. */
  readonly start: Int32Array;
  /** On which of the pack's days it runs, a bit mask. */
  readonly days: Uint8Array;
}
