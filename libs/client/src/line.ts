import {
  errorCodes,
  FeedError,
  type ByeFrame,
  type ErrorFrame,
  type Received,
  type TransportName,
} from '@tickway/protocol';
import { Subject, timer, type SchedulerLike, type Subscription as Open } from 'rxjs';
import { failOnSilence } from './fail-on-silence';
import { Leg } from './leg';
import type { Places } from './places';
import { retryDelayMs } from './retry-delay-ms';
import type { Status } from './status';
import type { Transport } from './transport';

/** What a line is made of. */
export interface LineOptions {
  readonly transport: TransportName;
  readonly places: Places;
  readonly transports: (name: TransportName) => Transport;
  /** Longest wait for the first frame of a transport switched to, ms. */
  readonly firstFrameMs: number;
  readonly scheduler: SchedulerLike;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Called with every frame that is delivered. */
  readonly deliver: (frame: Received) => void;
  readonly tell: (status: Status) => void;
  /** Called when a switch has come about, or a loss has been made good. */
  readonly count: (what: 'switches' | 'reconnects') => void;
}

/** A switch under way: the transport wanted, its leg once it is open, and the end of patience with it. */
interface Switch {
  readonly name: TransportName;
  readonly patience: Open;
  leg?: Leg;
}

/**
 * Keeps one transport open, and during a switch two: retries after losses, says why when it cannot, and
 * hands over without losing a frame.
 */
export class Line {
  private readonly changed = new Subject<void>();
  private name: TransportName;
  private state: Status['state'] = 'connecting';
  private leg: Leg | undefined;
  private switching: Switch | undefined;
  private retry: Open | undefined;
  /** Failures in a row. */
  private failures = 0;
  /** Whether the transport was asked anew for a stale frame since the last that could be joined. */
  private staled = false;

  constructor(private readonly options: LineOptions) {
    this.name = options.transport;
  }

  /** Opens the transport, whatever was open or waiting. */
  open(): void {
    this.shut();
    this.tell('connecting');
    this.start(this.name, (leg) => (this.leg = leg));
  }

  /** The wish has changed: what is open hears of it, a switch under way asks anew, a refused line tries again. */
  heed(): void {
    this.dropSwitchLeg();
    if (this.leg) this.changed.next();
    else if (this.state === 'closed') this.open();
    this.openSwitch();
  }

  /** Closes what is open, and tries nothing until {@link resume}. */
  pause(): void {
    if (this.state === 'closed') return;
    this.dropSwitchLeg();
    this.shut();
    this.tell('waiting');
  }

  /** Goes on at once from where the state is, whatever was open or waiting. */
  resume(): void {
    if (this.state === 'closed') return;
    this.dropSwitchLeg();
    this.open();
  }

  /** Hands over to another transport: at its first frame if this one is live, else at once. */
  switchTo(name: TransportName): void {
    this.abandonSwitch();
    if (name === this.name && this.state !== 'closed') return this.tell(this.state);
    if (this.state !== 'live') {
      this.name = name;
      return this.open();
    }
    const { firstFrameMs, scheduler } = this.options;
    const patience = timer(firstFrameMs, scheduler).subscribe(() =>
      this.refuseSwitch(new FeedError('lost', 'no frame came')),
    );
    this.switching = { name, patience };
    this.tell(this.state);
    this.openSwitch();
  }

  close(): void {
    this.abandonSwitch();
    this.shut();
    this.tell('closed');
  }

  private start(name: TransportName, keep: (leg: Leg) => void): void {
    const { places, scheduler, transports } = this.options;
    const transport = transports(name);
    const leg = new Leg(transport, places);
    keep(leg);
    leg.open.add(
      transport
        .open(leg.wish(this.changed))
        .pipe(failOnSilence(() => transport.silenceMs(), scheduler))
        .subscribe({
          next: (frame) => this.take(leg, frame),
          error: (error: unknown) => this.end(leg, failure(error)),
          complete: () => this.end(leg, new FeedError('lost', 'the server ended the connection')),
        }),
    );
  }

  private take(leg: Leg, frame: Received): void {
    if (frame.type === 'bye' || frame.type === 'error') return this.leave(leg, frame);
    const switched = leg === this.switching?.leg;
    const joined = leg.join(frame);
    if (switched) this.handOver(leg);
    if (joined === 'stale') return this.askAnew();
    this.revive();
    if (joined !== 'nothing') this.options.deliver(joined);
    this.openSwitch();
  }

  /**
   * The server ends the connection, or has refused the wish: then it goes on with the wish before, whose
   * frames would be taken for this one's.
   */
  private leave(leg: Leg, frame: Received<ByeFrame | ErrorFrame>): void {
    const bye = frame.type === 'bye';
    const error = new FeedError(frame.code, bye ? undefined : frame.message);
    if (leg === this.switching?.leg) return this.refuseSwitch(error);
    this.options.deliver(frame);
    this.lose(error, bye ? frame.retryAfterMs : 0);
  }

  private end(leg: Leg, error: FeedError): void {
    if (leg === this.switching?.leg) this.refuseSwitch(error);
    else if (leg === this.leg) this.lose(error);
  }

  /** The transport in use is lost: a switch under way takes over at once, else there is another attempt later. */
  private lose(error: FeedError, retryAfterMs = 0): void {
    this.leg?.open.unsubscribe();
    this.leg = undefined;
    this.failures++;
    if (this.switching) return this.takeOver(this.switching);
    if (errorCodes[error.code].retry === 'stay-away')
      return this.tell('closed', { code: error.code, why: error.message });
    const { scheduler } = this.options;
    const delayMs = this.delayMs(error, retryAfterMs);
    this.retry = timer(delayMs, scheduler).subscribe(() => this.open());
    this.tell('waiting', { code: error.code, why: error.message, retryAt: scheduler.now() + delayMs });
  }

  /** The first time, a server that says when to come back has spread its clients itself. */
  private delayMs({ code }: FeedError, retryAfterMs: number): number {
    const told = code === 'lifetime' || retryAfterMs > 0;
    if (told && this.failures === 1) return retryAfterMs;
    return Math.max(retryAfterMs, retryDelayMs(this.failures, this.options.random));
  }

  private takeOver({ name, leg }: Switch): void {
    if (this.switching) delete this.switching.leg;
    this.abandonSwitch();
    this.name = name;
    if (!leg) return this.open();
    this.leg = leg;
    this.tell('connecting');
  }

  private handOver(leg: Leg): void {
    if (this.switching) delete this.switching.leg;
    this.abandonSwitch();
    this.leg?.open.unsubscribe();
    this.leg = leg;
    this.name = leg.transport.name;
    this.state = 'connecting'; // until revived, in the same breath
    this.options.count('switches');
  }

  /** With the state standing still, what is asked now can be joined; a second time in a row it is a fault. */
  private askAnew(): void {
    if (this.staled) return this.lose(new FeedError('lost', 'the frames do not follow from what was asked'));
    this.staled = true;
    this.open();
  }

  private openSwitch(): void {
    const { switching } = this;
    // Without a cursor of every topic there is nothing to go on from: the two snapshots would not be one state.
    if (!switching || switching.leg || !this.leg || !this.options.places.complete) return;
    this.start(switching.name, (leg) => (switching.leg = leg));
  }

  private refuseSwitch(error: FeedError): void {
    const name = this.switching?.name ?? '';
    this.abandonSwitch();
    this.tell(this.state, { code: error.code, why: `not switched to ${name}: ${error.message}` });
  }

  private abandonSwitch(): void {
    const { switching } = this;
    this.switching = undefined;
    switching?.patience.unsubscribe();
    switching?.leg?.open.unsubscribe();
  }

  /** What a switch under way has opened so far; it opens again when the transport in use is there. */
  private dropSwitchLeg(): void {
    this.switching?.leg?.open.unsubscribe();
    if (this.switching) delete this.switching.leg;
  }

  private revive(): void {
    if (this.failures > 0) this.options.count('reconnects');
    this.failures = 0;
    this.staled = false;
    if (this.state !== 'live') this.tell('live');
  }

  private shut(): void {
    this.retry?.unsubscribe();
    this.leg?.open.unsubscribe();
    this.leg = undefined;
  }

  private tell(state: Status['state'], more: Pick<Status, 'code' | 'why' | 'retryAt'> = {}): void {
    this.state = state;
    this.options.tell({
      transport: this.name,
      state,
      ...(this.switching && { switchingTo: this.switching.name }),
      ...more,
    });
  }
}

/** What a transport fails with is a FeedError; anything else is a fault in it, and the line goes on. */
const failure = (error: unknown): FeedError =>
  error instanceof FeedError ? error : new FeedError('lost', 'the transport failed', { cause: error });
