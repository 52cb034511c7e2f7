import { distanceBetween, EARTH_RADIUS, turnBetween, wholeTurn } from './distance';
import type { Place } from './place';
import { compassAt, placeOf, vectorOf, type Vector } from './vector';

/** What gliding needs of a fix. */
export interface Fix extends Place {
  /** Degrees from true north. */
  readonly course: number;
  /** Metres per second. */
  readonly speed: number;
  /** Time of the fix, epoch ms. */
  readonly at: number;
}

/** Where to draw a vehicle, and which way it points. */
export interface Glided extends Place {
  /** Degrees from true north, [0, 360). */
  readonly course: number;
}

/** Metres under which a fix is not worth a curve: the error of the fixes themselves. */
const STANDING = 15;

/**
 * The way from one fix to the next as a function of time (epoch ms): a cubic curve that leaves and
 * arrives with the course and the speed of the fixes, so that a train rounds the bend between two pings
 * and slows into its station instead of sliding along the chord. The curve lies on the globe: an aircraft keeps to its
 * great circle, also over the date line. Before the first fix it stays there, after the second one too: nothing is
 * extrapolated. Make it once a fix, ask it once a frame.
 */
export function glideBetween(from: Fix, to: Fix): (at: number) => Glided {
  const [a, b] = [vectorOf(from), vectorOf(to)];
  const straight: Vector = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const leg = { seconds: Math.max(0, to.at - from.at) / 1000, chord: distanceBetween(from, to), straight };
  const [leave, arrive] = [pull(from, leg), pull(to, leg)];
  const turn = turnBetween(from.course, to.course);
  return (at) => {
    const share = shareOf(at, from.at, to.at);
    return {
      ...placeOf([
        a[0] + hermite(share, [leave[0], straight[0], arrive[0]]),
        a[1] + hermite(share, [leave[1], straight[1], arrive[1]]),
        a[2] + hermite(share, [leave[2], straight[2], arrive[2]]),
      ]),
      course: wholeTurn(from.course + turn * share),
    };
  };
}

function shareOf(at: number, from: number, to: number): number {
  if (at >= to) return 1;
  return at <= from ? 0 : (at - from) / (to - from);
}

interface Leg {
  readonly seconds: number;
  /** Metres from fix to fix. */
  readonly chord: number;
  /** From fix to fix, radii of the earth. */
  readonly straight: Vector;
}

/**
 * The curve's tangent at a fix: its velocity over the whole leg, but at most three times the chord, beyond
 * which a cubic would run past its end and turn back (Fritsch & Carlson 1980).
 */
function pull(fix: Fix, { seconds, chord, straight }: Leg): Vector {
  if (chord < STANDING) return straight;
  const length = Math.min(fix.speed * seconds, 3 * chord) / EARTH_RADIUS;
  const angle = (fix.course * Math.PI) / 180;
  const [up, right] = [length * Math.cos(angle), length * Math.sin(angle)];
  const { north, east } = compassAt(fix);
  return [north[0] * up + east[0] * right, north[1] * up + east[1] * right, north[2] * up + east[2] * right];
}

/** The cubic Hermite curve from 0 to `end` with tangents `leave` and `arrive`. */
function hermite(t: number, [leave, end, arrive]: readonly [number, number, number]): number {
  const rest = 1 - t;
  return t * rest * rest * leave + t * t * (3 - 2 * t) * end - t * t * rest * arrive;
}
