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

/** @throws FeedError `rate` when this asker has made too many requests */
export function assertPace({ rate, settings }: Rim, request: Asking): void {
  const asker = limitedAsker(request, settings.proxies);
  if (asker !== undefined) rate.take(asker);
}
