import { distanceBetween, glideBetween, type Fix, type Glided } from '@tickway/tracking';

/**
 * A vehicle on its way from where it was shown to its newest fix. It is drawn about one ping behind the truth: it arrives at a
 * fix when the next one is due, and holds there when none comes, so nothing on the map is guessed.
 */
export interface Glide {
  readonly to: Fix;
  /** When it arrives there, epoch ms, server clock: when the next fix is due. */
  readonly dueAt: number;
  /** The place at a moment, epoch ms, server clock. */
  placeAt(now: number): Glided;
}

/** Bounds of the time a glide takes, ms: pings come every 5 to 30 s, and one that comes late is made up for quickly. */
const [SHORTEST_MS, LONGEST_MS] = [400, 40_000];

/** Farther than this beyond what its speed explains is no motion (another run, a wild fix), metres. */
const LEAP = 3000;

/** How long the next fix of a vehicle first seen may take, ms: the longest ping. */
const FIRST_INTERVAL_MS = 30_000;

/** Where a vehicle first seen stands: at its fix. */
export const standing = (fix: Fix): Glide => ({
  to: fix,
  dueAt: fix.at + FIRST_INTERVAL_MS,
  placeAt: () => fix,
});

/**
 * Goes on from the place shown at `now` (epoch ms, server clock) to a newer fix, to be there when the
 * next one is due: one interval after it.
 */
export function glideTo(before: Glide, fix: Fix, now: number): Glide {
  const shown = before.placeAt(now);
  const sinceMs = Math.max(0, fix.at - before.to.at);
  const reach = (1.3 * Math.max(before.to.speed, fix.speed) * (sinceMs + before.dueAt - before.to.at)) / 1000;
  if (distanceBetween(shown, fix) > LEAP + reach) return standing(fix);
  const intervalMs = Math.min(LONGEST_MS, sinceMs);
  const dueAt = Math.max(now + SHORTEST_MS, fix.at + intervalMs);
  const placeAt = glideBetween({ ...shown, speed: before.to.speed, at: now }, { ...fix, at: dueAt });
  return { to: fix, dueAt, placeAt };
}
