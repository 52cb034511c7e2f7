import type { Received, Subscription, TransportName, ViewerLimits } from '@tickway/protocol';
import type { Observable } from 'rxjs';
import type { Counts } from './counts';
import type { Meter } from './meter';
import type { Status } from './status';

/** A feed being followed, whichever way it arrives. */
export interface Connection {
  /** Hot: de-duplicated and contiguous, gap frames included. Completes when the connection is closed. */
  readonly frames: Observable<Received>;
  /** Where the connection is; begins with the present status. */
  readonly status: Observable<Status>;
  /** Missing, double and told losses; begins with the present counts. */
  readonly counts: Observable<Counts>;
  readonly meter: Meter;
  /**
   * States the whole wish anew, live. Topics not named end; cursors of topics already followed are kept.
   *
   * @throws FeedError `filter_too_large` or `bad_request`, and then nothing is changed
   */
  subscribe(subscriptions: readonly Subscription[]): void;
  /** Opens `transport` with the present cursors, takes its first frame, then closes the one before. */
  switchTo(transport: TransportName): void;
  /**
   * States the viewer's own limits anew, live, on whichever transport: how many takes a second (0.1 to 50) and
   * how many bytes of frames a second (1,000 to 10,000,000) at most; what is absent is not limited. What they
   * cost is counted in the meter's `merged`. `windowMs` (0 to 50) lets the transports that push wait so long for
   * more before they tell what there is; those that poll collect in their own pauses and have no use for it.
   *
   * @throws FeedError `bad_request` for what is out of bounds, and then nothing is changed
   *
   * @example connection.limit({ maxFrequency: 2 });
   */
  limit(limits: ViewerLimits): void;
  /** Sets the interval of the polling transport, ms from one request's answer to the next request, live. */
  pollEvery(intervalMs: number): void;
  /** Closes the transport and keeps the cursors until {@link resume}: nobody will look for a while, such as at a frozen page. */
  pause(): void;
  /**
   * Goes on from the cursors, at once: after {@link pause}, and whenever the program knows better than a timer that it is time,
   * such as when the machine has a network again. What was open is opened anew.
   */
  resume(): void;
  /** Ends it for good. */
  close(): void;
}
