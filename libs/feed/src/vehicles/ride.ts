/** How vehicles of a system drive and stop. */
export interface Handling {
  /** Metres per second squared, speeding up. */
  readonly acceleration: number;
  /** Metres per second squared, slowing down. */
  readonly braking: number;
  /** Metres per second. */
  readonly topSpeed: number;
  /** Seconds at a stop for which the timetable gives no standing. */
  readonly dwell: number;
}

/** The way from one stop to the next: speed up, hold, slow down. */
export interface Ride {
  /** Metres. */
  readonly length: number;
  /** Seconds in all, while speeding up, and while slowing down. */
  readonly duration: number;
  readonly rising: number;
  readonly falling: number;
  /** Metres per second in between. */
  readonly cruise: number;
}

/** The least seconds for `length` metres from standstill to standstill. */
export function leastDuration(length: number, { acceleration, braking, topSpeed }: Handling): number {
  const slope = (1 / acceleration + 1 / braking) / 2;
  const peak = Math.sqrt(length / slope);
  return peak <= topSpeed ? 2 * slope * peak : length / topSpeed + slope * topSpeed;
}

/** The ride of `length` metres in `duration` seconds, not under {@link leastDuration}: the slowest cruise that arrives on time. */
export function rideOf(length: number, duration: number, { acceleration, braking }: Handling): Ride {
  const slope = (1 / acceleration + 1 / braking) / 2;
  const root = Math.sqrt(Math.max(0, duration * duration - 4 * slope * length));
  const cruise = (duration - root) / (2 * slope);
  return { length, duration, cruise, rising: cruise / acceleration, falling: cruise / braking };
}

/** Metres covered after `seconds` of a ride. */
export function metresAfter({ length, duration, cruise, rising, falling }: Ride, seconds: number): number {
  if (seconds <= 0) return 0;
  if (seconds >= duration) return length;
  if (seconds < rising) return (cruise * seconds * seconds) / (2 * rising);
  const rest = duration - seconds;
  return rest < falling ? length - (cruise * rest * rest) / (2 * falling) : cruise * (seconds - rising / 2);
}

/** Metres per second after `seconds` of a ride. */
export function speedAfter({ duration, cruise, rising, falling }: Ride, seconds: number): number {
  if (seconds <= 0 || seconds >= duration) return 0;
  return cruise * Math.min(1, seconds / rising, (duration - seconds) / falling);
}
