import { FeedError } from '@tickway/protocol';

/** The longest a poll is parked, ms: under the 50 s and 60 s at which proxies cut by default. */
export const LONGEST_WAIT_MS = 25_000;

/**
 * Reads `waitMs`.
 *
 * @throws FeedError `bad_request` when it is not a whole number of 0 to {@link LONGEST_WAIT_MS}
 */
export function parseWait(text: string | null): number {
  if (text === null) return LONGEST_WAIT_MS;
  const waitMs = /^[0-9]{1,5}$/.test(text) ? Number(text) : Infinity;
  if (waitMs <= LONGEST_WAIT_MS) return waitMs;
  throw new FeedError('bad_request', `waitMs is a whole number of 0 to ${LONGEST_WAIT_MS}`);
}
