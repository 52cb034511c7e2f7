import type { Cursor, Frame, Subscription } from '@tickway/protocol';

/** One frame and its JSON but for the end (see `stamp` in the protocol), shared by every session at the same place with the same filter. */
export interface EncodedFrame {
  readonly frame: Frame;
  readonly json: string;
}

/**
 * The hub's side of one open connection or one request: a cursor and a filter a topic, nothing else.
 * The hub decides what, the transport when.
 */
export interface Session {
  /** Where the receiver is in each topic of which it has been told anything. */
  readonly cursors: Readonly<Record<string, Cursor>>;
  /** Whether a take would give frames now. */
  readonly ready: boolean;
  /** All that changed since the last take; empty when nothing did. Shared objects: do not alter. */
  take(): readonly EncodedFrame[];
  /** Says that there is nothing to tell; the cursors move over what the filters left out. */
  heartbeat(): EncodedFrame;
  /**
   * States the whole wish anew. A topic without a cursor goes on from where it is.
   *
   * @throws FeedError `unknown_topic` or `bad_request`, and then nothing is changed
   */
  subscribe(subscriptions: readonly Subscription[]): void;
  /** Forgets the session. Taking from it afterwards gives nothing. */
  close(): void;
}

/** What a transport tells the hub when it opens a session. */
export interface SessionOptions {
  readonly subscriptions: readonly Subscription[];
  /**
   * Called when `ready` turns true, once until the next take. Called within the commit, so a
   * transport writes at once or remembers; it must not throw.
   */
  readonly onReady?: () => void;
}
