import { FeedError } from '@tickway/protocol';

/**
 * Reads the number of the event from which on a gateway's wire shall be told; absent: the first.
 *
 * @throws FeedError `bad_request`
 */
export function readSince(value: unknown): number {
  if (value === undefined) return 1;
  if (typeof value === 'string' && /^[0-9]{1,15}$/.test(value)) return Number(value);
  throw new FeedError('bad_request', 'since is the number of an event');
}
