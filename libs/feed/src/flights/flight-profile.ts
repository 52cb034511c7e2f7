/** How a flight goes: climb, cruise, descent; speed changes evenly in the first and the last. */
export interface FlightProfile {
  /** Metres from take-off to touch-down. */
  readonly length: number;
  /** Metres per second. */
  readonly cruise: number;
  /** Seconds of climb, of descent, and in all. */
  readonly climb: number;
  readonly descent: number;
  readonly duration: number;
  /** Metres above the sea while cruising. */
  readonly ceiling: number;
}

/** Metres per second at take-off and at touch-down. */
const [TAKE_OFF, TOUCH_DOWN] = [78, 70];

/** Seconds that a climb and a descent take on a way that is long enough for both. */
const [CLIMB, DESCENT] = [1200, 1500];

/** The profile of a way; on a short one climb and descent are cut short alike, and so is the height. */
export function flightProfile(
  length: number,
  { cruise, ceiling }: Pick<FlightProfile, 'cruise' | 'ceiling'>,
): FlightProfile {
  const slopes = (CLIMB * (TAKE_OFF + cruise) + DESCENT * (cruise + TOUCH_DOWN)) / 2;
  const share = Math.min(1, length / slopes);
  const [climb, descent] = [share * CLIMB, share * DESCENT];
  const level = Math.max(0, length - slopes) / cruise;
  return { length, cruise, climb, descent, duration: climb + level + descent, ceiling: ceiling * share };
}

/** Metres flown `seconds` after take-off. */
export function metresFlown(profile: FlightProfile, seconds: number): number {
  const { length, cruise, climb, descent, duration } = profile;
  if (seconds <= 0) return 0;
  if (seconds >= duration) return length;
  if (seconds < climb) return TAKE_OFF * seconds + ((cruise - TAKE_OFF) * seconds * seconds) / (2 * climb);
  const rest = duration - seconds;
  if (rest < descent)
    return length - TOUCH_DOWN * rest - ((cruise - TOUCH_DOWN) * rest * rest) / (2 * descent);
  return ((TAKE_OFF + cruise) / 2) * climb + cruise * (seconds - climb);
}

/** Metres per second and metres above the sea `seconds` after take-off. */
export function flightAt(profile: FlightProfile, seconds: number): { speed: number; altitude: number } {
  const { cruise, climb, descent, duration, ceiling } = profile;
  if (seconds <= 0 || seconds >= duration) return { speed: 0, altitude: 0 };
  const rest = duration - seconds;
  if (seconds < climb) return between(TAKE_OFF, seconds / climb);
  return rest < descent ? between(TOUCH_DOWN, rest / descent) : { speed: cruise, altitude: ceiling };

  function between(slowest: number, share: number) {
    return { speed: slowest + (cruise - slowest) * share, altitude: ceiling * share };
  }
}
