import { normal, type Random } from '../random';
import { ornsteinUhlenbeck, type Wandering } from './ornstein-uhlenbeck';

/** What the sky over a receiver does to its fixes; metres on each axis. */
export interface Sky {
  /** Satellites and atmosphere. */
  readonly slow: Wandering;
  /** Reflections that change as the receiver moves. */
  readonly fast: Wandering;
  /** The receiver's own noise. */
  readonly white: number;
}

/** A free view: half of the fixes within 2.5 m, 95 of 100 within 5 m. */
export const openSky: Sky = {
  slow: { deviation: 1.6, memory: 600 },
  fast: { deviation: 1.2, memory: 45 },
  white: 0.5,
};

/** Between high buildings: half of the fixes within 8 m, 95 of 100 within 17 m. */
export const urbanCanyon: Sky = {
  slow: { deviation: 3, memory: 600 },
  fast: { deviation: 6, memory: 25 },
  white: 1.5,
};

/** The share of a normal error on two axes that is within `accuracy` metres: 68 of 100. */
const TWO_OF_THREE = Math.sqrt(-2 * Math.log(1 - 0.68));

/** The accuracy that a receiver under this sky states, metres. */
export const accuracyOf = ({ slow, fast, white }: Sky): number =>
  TWO_OF_THREE * Math.hypot(slow.deviation, fast.deviation, white);

/** Metres east and north by which a fix is off. */
export type Offset = readonly [number, number];

/**
 * The error of one receiver over time: a stationary receiver's fixes wander, they do not scatter (Sensors
 * 2020, 20(21), 6050), so a slow and a fast memory and a little white noise. Each call moves it on by
 * `seconds`.
 */
export function gpsError(sky: Sky, random: Random): (seconds: number) => Offset {
  const axis = () => {
    const slow = ornsteinUhlenbeck(sky.slow, random);
    const fast = ornsteinUhlenbeck(sky.fast, random);
    return (seconds: number) => slow(seconds) + fast(seconds) + sky.white * normal(random);
  };
  const [east, north] = [axis(), axis()];
  return (seconds) => [east(seconds), north(seconds)];
}

/** The same as a function of the time of the fix, epoch ms, never falling, from `startMs` on. */
export function gpsErrorFrom(startMs: number, sky: Sky, random: Random): (at: number) => Offset {
  const error = gpsError(sky, random);
  let last = startMs;
  return (at) => {
    const offset = error((at - last) / 1000);
    last = at;
    return offset;
  };
}
