import type { Subscription, SubscribeMessage, Topic } from '@tickway/protocol';
import type { Wish } from '../transport';

/** What of a wish goes into a message. */
type Wanted = Pick<Wish, 'current' | 'limits'>;

/**
 * Writes subscribe messages of one socket: a topic that it carries already is named without a cursor, for
 * the server's session knows best where it is (frames may be on their way) and what filter it was under.
 */
export function messagesOf(carried: readonly Subscription[]): (wish: Wanted) => SubscribeMessage {
  let topics = topicsOf(carried);
  return (wish) => {
    const wanted = wish.current();
    const limits = wish.limits();
    const subscriptions = wanted.map((subscription) =>
      topics.has(subscription.topic) ? goOn(subscription) : subscription,
    );
    topics = topicsOf(wanted);
    return { type: 'subscribe', subscriptions, ...(Object.keys(limits).length > 0 && { limits }) };
  };
}

const topicsOf = (subscriptions: readonly Subscription[]): ReadonlySet<Topic> =>
  new Set(subscriptions.map(({ topic }) => topic));

const goOn = ({ topic, filter }: Subscription): Subscription => ({ topic, ...(filter && { filter }) });
