import { EARTH_RADIUS, wholeTurn } from './distance';
import type { Place } from './place';
import { compassAt, placeOf, vectorOf, type Vector } from './vector';

/** A place on a way, and the direction in which the way goes on there. */
export interface Headed extends Place {
  /** Degrees clockwise from true north, [0, 360). */
  readonly course: number;
}

/** The shortest way over the earth from one place to another. */
export interface GreatCircle {
  /** Metres. */
  readonly length: number;
  /** The place so many metres along it; before its begin and beyond its end the circle simply goes on. */
  placeAt(metres: number): Headed;
}

const RADIANS = Math.PI / 180;

/**
 * The great circle from `from` to `to`, by vectors: right over the poles and over the date line too. Between opposite
 * places, where every way is as short, it goes over the north pole.
 */
export function greatCircle(from: Place, to: Place): GreatCircle {
  const [a, b] = [vectorOf(from), vectorOf(to)];
  const along = dot(a, b);
  const aside = sum([b, 1], [a, -along]);
  const distance = Math.hypot(...aside);
  const forward = distance > TOO_NEAR ? scaled(aside, 1 / distance) : compassAt(placeOf(a)).north;
  return {
    length: Math.atan2(distance, along) * EARTH_RADIUS,
    placeAt: (metres) => headed(a, forward, metres / EARTH_RADIUS),
  };
}

/** Of equal or opposite places: any direction is right, and rounding would choose one, radii of the earth. */
const TOO_NEAR = 1e-12;

/** The place `metres` away from `from` in the direction `course`, degrees from true north. */
export function placeAway(from: Place, course: number, metres: number): Headed {
  const { north, east } = compassAt(from);
  const [up, right] = [Math.cos(course * RADIANS), Math.sin(course * RADIANS)];
  return headed(vectorOf(from), sum([north, up], [east, right]), metres / EARTH_RADIUS);
}

/** Where one is, and which way one looks, after turning by `angle` from `a` towards `forward`. */
function headed(a: Vector, forward: Vector, angle: number): Headed {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const place = placeOf(sum([a, cosine], [forward, sine]));
  const { north, east } = compassAt(place);
  const on = sum([forward, cosine], [a, -sine]);
  return { ...place, course: wholeTurn(Math.atan2(dot(on, east), dot(on, north)) / RADIANS) };
}

const dot = ([a, b, c]: Vector, [x, y, z]: Vector) => a * x + b * y + c * z;
const scaled = ([x, y, z]: Vector, by: number): Vector => [x * by, y * by, z * by];

type Share = readonly [Vector, number];

/** a·α + b·β */
const sum = ([a, alpha]: Share, [b, beta]: Share): Vector => [
  a[0] * alpha + b[0] * beta,
  a[1] * alpha + b[1] * beta,
  a[2] * alpha + b[2] * beta,
];
