import { normal, type Random } from '../random';

/** A random quantity that is drawn back to 0. */
export interface Wandering {
  /** Its standard deviation over a long time, in the quantity's unit. */
  readonly deviation: number;
  /** Seconds in which its memory of a value fades to 1/e. */
  readonly memory: number;
}

/**
 * An Ornstein-Uhlenbeck process, exact at any spacing of times: each call moves it on by `seconds` and gives
 * its value. It begins in its stationary state, so the first value is as scattered as all others.
 */
export function ornsteinUhlenbeck(
  { deviation, memory }: Wandering,
  random: Random,
): (seconds: number) => number {
  let value = deviation * normal(random);
  return (seconds) => {
    const kept = Math.exp(-seconds / memory);
    value = kept * value + deviation * Math.sqrt(1 - kept * kept) * normal(random);
    return value;
  };
}
