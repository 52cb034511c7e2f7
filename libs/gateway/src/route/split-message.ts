import type { SubscribeMessage } from '@tickway/protocol';
import type { Address } from '../address';
import type { Routes } from './routes';
import { shareOf } from './split-query';

/**
 * The part of a client's wish that concerns each server. The bytes a second that it wants at most are shared evenly.
 *
 * @throws FeedError `unknown_topic`, `bad_request`
 */
export function splitMessage(
  routes: Routes,
  { subscriptions, limits }: SubscribeMessage,
): ReadonlyMap<Address, SubscribeMessage> {
  const parts = routes.split(subscriptions.map(({ topic }) => topic));
  const { maxBandwidth } = limits ?? {};
  const own = limits && {
    ...limits,
    ...(maxBandwidth !== undefined && { maxBandwidth: shareOf(maxBandwidth, parts.size || 1) }),
  };
  return new Map(
    [...parts].map(([server, topics]) => [
      server,
      {
        type: 'subscribe',
        subscriptions: subscriptions.filter(({ topic }) => topics.includes(topic)),
        ...(own && { limits: own }),
      },
    ]),
  );
}
