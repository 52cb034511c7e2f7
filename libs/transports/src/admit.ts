import { FeedError } from '@tickway/protocol';
import { limitedAsker, type Asking } from './asker';
import type { Rim } from './rim';

/**
 * Lets one more connection be held; returns what tells that it is over.
 *
 * @throws FeedError `over_capacity` when the server, or this asker, has as many as may be
 */
export function admit(rim: Rim, request: Asking): () => void {
  if (rim.connections.full) throw new FeedError('over_capacity');
  return hold(rim, request);
}

/**
 * Holds something more for an asker, whatever room the server has; returns what tells that it is over.
 *
 * @throws FeedError `over_capacity` when this asker has as many as may be
 */
export function hold({ askers, settings }: Rim, request: Asking): () => void {
  const asker = limitedAsker(request, settings.proxies);
  return asker === undefined ? () => undefined : askers.enter(asker);
}

/** An answer of so many bytes counts as one request more. */
const BYTES_A_REQUEST = 256 * 1024;

/**
 * Counts an answer by what it costs: a snapshot of everything under a filter that nobody else has is made for one asker alone. A
 * usual answer costs nothing more than its request.
 */
export function charge({ rate }: Pick<Rim, 'rate'>, asker: string | undefined, bytes: number): void {
  if (asker !== undefined && bytes >= BYTES_A_REQUEST) rate.spend(asker, bytes / BYTES_A_REQUEST);
}

/** @throws FeedError `rate` when this asker has made too many requests */
export function assertPace({ rate, settings }: Rim, request: Asking): void {
  const asker = limitedAsker(request, settings.proxies);
  if (asker !== undefined) rate.take(asker);
}
