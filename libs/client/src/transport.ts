import type { Received, Subscription, TransportName, ViewerLimits } from '@tickway/protocol';
import type { Observable } from 'rxjs';

/** What the connection wants at any moment; a transport reads it whenever it asks. */
export interface Wish {
  /** The subscriptions of this moment, with cursors and known filters. */
  current(): readonly Subscription[];
  /** How often and how much the viewer wants to be told at most, and how soon. */
  limits(): ViewerLimits;
  /** A filter, a topic or a limit changed; what is running was asked under the old wish. */
  readonly changed: Observable<void>;
}

/**
 * One way in. It opens, asks, reads frames and closes: it knows nothing of retry, de-duplication,
 * metering or switching, which are operators around it.
 */
export interface Transport {
  readonly name: TransportName;
  /**
   * How a changed wish reaches the server. `request`: each reading of the wish is a request of its own, and
   * all its frames come before the next reading. `message`: it is said into a running stream, where frames
   * made under the wish before may still be on their way.
   */
  readonly asks: 'request' | 'message';
  /** Longest time between two frames while all is well, ms; more is a loss. Read anew after each frame. */
  silenceMs(): number;
  /**
   * Opens on subscription and closes on unsubscription, leaving no request behind. Errors are FeedErrors;
   * completion means that the server ended the connection.
   */
  open(wish: Wish): Observable<Received>;
}
