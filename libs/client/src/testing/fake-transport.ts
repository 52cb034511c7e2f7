import {
  FeedError,
  type ErrorCode,
  type Received,
  type Subscription,
  type TransportName,
  type ViewerLimits,
} from '@tickway/protocol';
import { Observable, type Subscriber } from 'rxjs';
import type { Transport, Wish } from '../transport';

/** One opening of a fake transport, with the server's end in the spec's hand. */
export class Opening {
  /** Every reading of the wish, the first at opening. */
  readonly asked: (readonly Subscription[])[] = [];
  /** The limits at each of them. */
  readonly limits: ViewerLimits[] = [];
  closed = false;

  constructor(
    readonly name: TransportName,
    private readonly wish: Wish,
    private readonly subscriber: Subscriber<Received>,
  ) {}

  ask(): void {
    this.asked.push(this.wish.current());
    this.limits.push(this.wish.limits());
  }

  send(...frames: readonly Received[]): void {
    for (const frame of frames) this.subscriber.next(frame);
  }

  fail(code: ErrorCode): void {
    this.subscriber.error(new FeedError(code));
  }
}

/** Transports of all names that do what the spec says; they ask again when the wish changes. */
export class FakeTransports {
  readonly openings: Opening[] = [];

  constructor(private readonly asks: Transport['asks'] = 'message') {}

  /** The opening made last. */
  get last(): Opening {
    const opening = this.openings.at(-1);
    if (!opening) throw new Error('nothing was opened');
    return opening;
  }

  readonly of = (name: TransportName): Transport => ({
    name,
    asks: this.asks,
    silenceMs: () => 35_000,
    open: (wish) =>
      new Observable((subscriber) => {
        const opening = new Opening(name, wish, subscriber);
        this.openings.push(opening);
        opening.ask();
        const changes = wish.changed.subscribe(() => opening.ask());
        return () => {
          opening.closed = true;
          changes.unsubscribe();
        };
      }),
  });
}
