import {
  parseSubscriptions,
  subscriptionJson,
  type Subscription,
  type Topic,
  type ViewerLimits,
} from '@tickway/protocol';
import { newPlace, type Place } from './place';

/** What is wished, and where the state of every wished topic is. It outlives the transports, so any of them can go on from it. */
export class Places {
  /** How often and how much the viewer wants to be told at most. */
  limits: ViewerLimits = {};
  private places: ReadonlyMap<string, Place> = new Map<string, Place>();
  private wished: readonly Topic[] = [];

  constructor(private readonly every: ReadonlySet<Topic>) {}

  /** The wished topics in the order of the wish. */
  get topics(): readonly Topic[] {
    return this.wished;
  }

  /** Whether something of every topic has been seen, so that another transport can go on from it. */
  get complete(): boolean {
    return [...this.places.values()].every(({ cursor }) => cursor !== undefined);
  }

  get(topic: string): Place | undefined {
    return this.places.get(topic);
  }

  /**
   * Takes a new wish; topics already followed stay where they are.
   *
   * @throws FeedError when a server would refuse it, and then nothing is changed
   */
  wish(subscriptions: readonly Subscription[]): void {
    // Read as a server reads it: refused here with the same codes, and filters sorted, so that equal ones are equal.
    const wishes = parseSubscriptions(subscriptions.map(subscriptionJson));
    this.wished = wishes.map(({ topic }) => topic);
    this.places = new Map(wishes.map((wish) => [wish.topic, this.placeOf(wish)]));
  }

  private placeOf(wish: Subscription): Place {
    const place = this.places.get(wish.topic);
    if (!place) return newPlace(wish, this.every.has(wish.topic));
    place.wished = wish.filter;
    return place;
  }
}
