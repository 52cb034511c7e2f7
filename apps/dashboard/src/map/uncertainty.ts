import type { Sprite } from './fleet';

/** The most that is said, metres and seconds at the last speed: beyond it nothing is known but the last fix. */
const [MOST, MOST_SECONDS] = [3000, 90];

/** Slower than this a vehicle may still set off, metres per second. */
const CRAWL = 2;

/**
 * How far from its newest fix a vehicle can be, metres: the fix's own error, and from when the next one is due
 * (epoch ms, server clock) as far as it comes at its last speed. Grows while it is silent.
 */
export function uncertainty({ position, glide }: Pick<Sprite, 'position' | 'glide'>, now: number): number {
  const overdueMs = Math.max(0, now - glide.dueAt);
  const most = Math.max(MOST, position.speed * MOST_SECONDS);
  return Math.min(most, position.accuracy + (Math.max(CRAWL, position.speed) * overdueMs) / 1000);
}

/** How long after it was due a fix is overdue, ms: the network's own delay and jitter. */
const SLACK_MS = 3000;

/** Whether a vehicle is silent for longer than its interval. */
export const overdue = ({ glide }: Pick<Sprite, 'glide'>, now: number): boolean =>
  now - glide.dueAt > SLACK_MS;
