import { turnBetween, wholeTurn } from './distance';
import type { Place } from './place';
import { planeAt } from './plane';

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
 * and slows into its station instead of sliding along the chord. Before the first fix it stays there,
 * after the second one too: nothing is extrapolated. Make it once a fix, ask it once a frame.
 */
export function glideBetween(from: Fix, to: Fix): (at: number) => Glided {
  const plane = planeAt(from);
  const [endX, endY] = [plane.x(to.lon), plane.y(to.lat)];
  const seconds = Math.max(0, to.at - from.at) / 1000;
  const chord = Math.hypot(endX, endY);
  const leave = pull(from, { seconds, chord, straight: [endX, endY] });
  const arrive = pull(to, { seconds, chord, straight: [endX, endY] });
  const turn = turnBetween(from.course, to.course);
  return (at) => {
    const share = shareOf(at, from.at, to.at);
    return {
      lat: plane.lat(hermite(share, [leave[1], endY, arrive[1]])),
      lon: plane.lon(hermite(share, [leave[0], endX, arrive[0]])),
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
  readonly straight: Vector;
}

/** Metres east and north. */
type Vector = readonly [number, number];

/**
 * The curve's tangent at a fix: its velocity over the whole leg, but at most three times the chord, beyond
 * which a cubic would run past its end and turn back (Fritsch & Carlson 1980).
 */
function pull({ course, speed }: Fix, { seconds, chord, straight }: Leg): Vector {
  if (chord < STANDING) return straight;
  const length = Math.min(speed * seconds, 3 * chord);
  const angle = (course * Math.PI) / 180;
  return [length * Math.sin(angle), length * Math.cos(angle)];
}

/** The cubic Hermite curve from 0 to `end` with tangents `leave` and `arrive`. */
function hermite(t: number, [leave, end, arrive]: readonly [number, number, number]): number {
  const rest = 1 - t;
  return t * rest * rest * leave + t * t * (3 - 2 * t) * end - t * t * rest * arrive;
}
