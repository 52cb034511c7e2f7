import { parseTopic, type ErrorCode, type Filter, type Subscription, type Topic } from '@tickway/protocol';
import type { Digest } from './digest';
import { HeldPlace } from './held-place';
import type { Tally } from './tally';

/** Which keys of a topic a viewer wants; a topic that is not in it, all. */
export type Filters = ReadonlyMap<Topic, Filter>;

/** The books of one viewer: where it is in each topic, and what came twice or never. */
export class Ledger {
  readonly #places: ReadonlyMap<Topic, HeldPlace>;
  /** When its first frame came, epoch ms. */
  startedAt: number | undefined;
  /** What the last `bye` said. */
  bye: { readonly code: ErrorCode; readonly retryAfterMs: number } | undefined;
  /** Codes of refused requests. */
  readonly errors: ErrorCode[] = [];

  constructor(
    topics: readonly Topic[],
    private readonly tally: Tally,
    private readonly filters: Filters = new Map(),
  ) {
    this.#places = new Map(topics.map((topic) => [topic, new HeldPlace(filters.get(topic))]));
  }

  get missing(): number {
    return this.#sum((place) => place.missing);
  }

  get doubled(): number {
    return this.#sum((place) => place.doubled);
  }

  get gaps(): number {
    return this.#sum((place) => place.gaps);
  }

  /** Whether every topic has been told once. */
  get complete(): boolean {
    return [...this.#places.values()].every(({ cursor }) => cursor !== undefined);
  }

  /** The wish of this moment. */
  subscriptions(): readonly Subscription[] {
    return [...this.#places].map(([topic, { cursor }]) => {
      const filter = this.filters.get(topic);
      return { topic, ...(cursor && { cursor }), ...(filter && { filter }) };
    });
  }

  /** Books a frame that came at `now`. */
  take(read: Digest, now: number): void {
    this.startedAt ??= now;
    const { frame, ids } = read;
    switch (frame.type) {
      case 'snapshot':
        return this.#place(frame.topic).snapshot(frame.cursor, ids);
      case 'delta':
        return this.tally.delta(read, this.#place(frame.topic).delta(frame, ids), now);
      case 'gap':
        return this.#place(frame.topic).gap(frame);
      case 'heartbeat':
        return this.#heartbeat(frame.cursors);
      case 'error':
        return void this.errors.push(frame.code);
      case 'bye':
        this.bye = frame;
    }
  }

  #heartbeat(cursors: Readonly<Record<string, NonNullable<HeldPlace['cursor']>>>): void {
    this.tally.heartbeat();
    for (const [topic, cursor] of Object.entries(cursors)) this.#place(parseTopic(topic)).moveTo(cursor);
  }

  #place(topic: Topic): HeldPlace {
    const place = this.#places.get(topic);
    if (place) return place;
    throw new Error(`a frame of ${topic}, which was not asked for`);
  }

  #sum(count: (place: HeldPlace) => number): number {
    return [...this.#places.values()].reduce((sum, place) => sum + count(place), 0);
  }
}
