import { FeedError } from '@tickway/protocol';

/** The longest that a cable is pulled, ms. */
const LONGEST_PULL_MS = 60_000;

/**
 * Reads for how long the cable shall be out, ms.
 *
 * @throws FeedError `bad_request`
 */
export function readPull(value: unknown): number {
  const ms: unknown = typeof value === 'object' && value !== null && 'ms' in value ? value.ms : undefined;
  if (typeof ms === 'number' && ms >= 1 && ms <= LONGEST_PULL_MS) return ms;
  throw new FeedError('bad_request', `ms is a number of 1 to ${LONGEST_PULL_MS}`);
}
