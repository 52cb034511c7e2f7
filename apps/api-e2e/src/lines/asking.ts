import { filterId, formatQuery, type Filter, type Received, type Subscription } from '@tickway/protocol';
import type { Receiver } from '../harness/receiver';

/** What the HTTP ways put into each request: the wish with the cursors held, and under which filters. */
export class Asking {
  private readonly heldUnder = new Map<string, Filter | undefined>();

  constructor(
    private readonly receiver: Receiver,
    private wish: readonly Subscription[],
  ) {}

  change(wish: readonly Subscription[]): void {
    this.wish = wish;
  }

  /** The query of a request made now, and what takes the frames of its answer. */
  request(): { readonly query: URLSearchParams; readonly receive: (frame: Received) => void } {
    const filters = new Map<string, Filter | undefined>(
      this.wish.map(({ topic, filter }) => [topic, filter]),
    );
    const query = formatQuery(this.wish.map((subscription) => this.withCursor(subscription)));
    const receive = (frame: Received) => {
      this.receiver.receive(frame);
      const topics =
        'topic' in frame ? [frame.topic] : frame.type === 'heartbeat' ? Object.keys(frame.cursors) : [];
      for (const topic of topics) this.heldUnder.set(topic, filters.get(topic));
    };
    return { query, receive };
  }

  private withCursor(subscription: Subscription): Subscription {
    const cursor = this.receiver.cursor(subscription.topic) ?? subscription.cursor;
    const known = this.heldUnder.get(subscription.topic);
    const moved = this.heldUnder.has(subscription.topic) && filterId(known) !== filterId(subscription.filter);
    return { ...subscription, ...(cursor && { cursor }), ...(moved && { known: known ?? null }) };
  }
}
