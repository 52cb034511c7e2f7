import type { WorldPoint } from './world';

/** A fix that a vehicle was at. */
export interface TrailPoint extends WorldPoint {
  /** Time of the fix, epoch ms. */
  readonly at: number;
  /** Whether something is missing between the point before and this one. */
  readonly missed: boolean;
}

/** The fixes of a vehicle since the page follows it and, where history told them, before; oldest first. */
export interface Trail {
  readonly points: TrailPoint[];
  /** Of the newest row. */
  revision: number;
}

/** A fix and the number of updates that its vehicle has had by then. */
export interface Seen extends WorldPoint {
  readonly at: number;
  readonly revision: number;
}

/** How long a trail is kept, ms. */
export const TRAIL_MS = 600_000;

/** The most points of a trail: ten minutes of a bus. */
const MOST = 120;

/** Silence after which what a vehicle did is not known, ms: two pings of a train. */
const SILENCE_MS = 65_000;

/**
 * Adds a fix to a trail. Where updates were merged on the way here, or none came for longer than a vehicle is ever silent,
 * the stretch up to it counts as missed: the vehicle may have gone another way.
 */
export function extend(trail: Trail | undefined, { x, y, at, revision }: Seen): Trail {
  const last = trail?.points.at(-1);
  if (!trail || !last) return { points: [{ x, y, at, missed: false }], revision };
  const skipped = revision - trail.revision > 1;
  trail.revision = revision;
  if (at <= last.at) return trail;
  trail.points.push({ x, y, at, missed: skipped || at - last.at > SILENCE_MS });
  const old = trail.points.findIndex((point) => point.at > at - TRAIL_MS);
  trail.points.splice(0, Math.max(old, trail.points.length - MOST, 0));
  return trail;
}

/** A trail with the fixes of before, which may reach into it. */
export function precede(trail: Trail, before: readonly Seen[]): Trail {
  const told = before.reduce<Trail | undefined>(extend, undefined);
  const last = told?.points.at(-1);
  if (!told || !last) return trail;
  const [next, ...later] = trail.points.filter(({ at }) => at > last.at);
  if (!next) return { points: told.points, revision: trail.revision };
  const joined = { ...next, missed: next.missed || next.at - last.at > SILENCE_MS };
  return { points: [...told.points, joined, ...later].slice(-MOST), revision: trail.revision };
}
