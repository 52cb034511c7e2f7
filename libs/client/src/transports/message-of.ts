import type { Subscription, SubscribeMessage, Topic } from '@tickway/protocol';

/**
 * Writes subscribe messages of one socket: a topic that it carries already is named without a cursor, for
 * the server's session knows best where it is (frames may be on their way) and what filter it was under.
 */
export function messagesOf(
  carried: readonly Subscription[],
): (wish: readonly Subscription[]) => SubscribeMessage {
  let topics = topicsOf(carried);
  return (wish) => {
    const subscriptions = wish.map((subscription) =>
      topics.has(subscription.topic) ? goOn(subscription) : subscription,
    );
    topics = topicsOf(wish);
    return { type: 'subscribe', subscriptions };
  };
}

const topicsOf = (subscriptions: readonly Subscription[]): ReadonlySet<Topic> =>
  new Set(subscriptions.map(({ topic }) => topic));

const goOn = ({ topic, filter }: Subscription): Subscription => ({ topic, ...(filter && { filter }) });
