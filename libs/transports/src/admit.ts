import { FeedError } from '@tickway/protocol';
import { askerOf, type Asking } from './asker';
import type { Rim } from './rim';

/**
 * Lets one more connection be held; returns what tells that it is over.
 *
 * @throws FeedError `over_capacity` when the server, or this asker, has as many as may be
 */
export function admit({ connections, askers, settings }: Rim, request: Asking): () => void {
  if (connections.full) throw new FeedError('over_capacity');
  return askers.enter(askerOf(request, settings.proxies));
}
