import type { Cursor, Key, Subscription } from '@tickway/protocol';
import type { KeyRecord } from './key-record';
import type { EncodedFrame } from './session';
import { sightOf, type Sight } from './sight';
import type { TopicStream } from './topic-stream';

/** One topic of one session: a cursor and a filter. */
export class Subscriber {
  private at: Cursor | undefined;
  private sight: Sight;
  private known: Sight;
  /** Through which offset there was nothing to tell, whatever the cursor told last: its filter left all of it out. */
  private coveredThrough = 0;
  /** Whether a take would give frames. */
  ready = false;

  constructor(
    readonly stream: TopicStream,
    wish: Subscription,
    private readonly onReady: () => void,
  ) {
    this.sight = this.known = sightOf(undefined);
    this.want(wish);
  }

  /** The filter's name: equal for subscribers that see the same. */
  get sightId(): string {
    return this.sight.id;
  }

  /** What the receiver was told last; undefined: nothing yet. */
  get cursor(): Cursor | undefined {
    return this.at;
  }

  /** Whether the subscriber sees any of the records that a commit touched. */
  seesAny(touched: ReadonlyMap<Key, KeyRecord>, before: number): boolean {
    const { keys } = this.sight;
    if (keys && keys.size < touched.size) return touchesAny(touched, keys);
    for (const record of touched.values())
      if (this.sight.sees(record) || this.sight.held(record, before) !== 'no') return true;
    return false;
  }

  /** Takes a new wish; without a cursor in it, goes on from here, where the filter up to now was in force. */
  want({ cursor, filter, known }: Subscription): void {
    const here = cursor === undefined;
    const before = here ? this.known : known === undefined ? undefined : sightOf(known ?? undefined);
    this.sight = sightOf(filter);
    this.known = before ?? this.sight;
    if (!here) this.at = cursor;
    this.look();
  }

  /**
   * Finds out whether there is anything to tell: after a new wish, or a commit of which it may see something; then there
   * was nothing `through` the offset before it.
   */
  look(through = 0): void {
    this.coveredThrough = through;
    this.ready = this.stream.framesFor(this.standpoint()).length > 0;
    if (this.ready) this.onReady();
  }

  /** What brings the receiver to the topic's end. */
  take(): readonly EncodedFrame[] {
    if (!this.ready) return [];
    const frames = this.stream.framesFor(this.standpoint());
    this.arrive();
    return frames;
  }

  /** The receiver is told that there is nothing: its cursor moves over what its filter left out. */
  skip(): void {
    if (!this.ready) this.arrive();
  }

  private arrive(): void {
    this.ready = false;
    this.at = this.stream.cursor;
    this.known = this.sight;
  }

  private standpoint() {
    const { at: cursor, coveredThrough, sight, known } = this;
    return { cursor, coveredThrough, sight, known };
  }
}

function touchesAny(touched: ReadonlyMap<Key, KeyRecord>, keys: ReadonlySet<Key>): boolean {
  for (const key of keys) if (touched.has(key)) return true;
  return false;
}
