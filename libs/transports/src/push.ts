import { FeedError, Pace, type ErrorCode, type TransportName, type ViewerLimits } from '@tickway/protocol';
import type { EncodedFrame, Session } from '@tickway/hub';
import type { Socket } from 'node:net';
import { charge } from './admit';
import type { PushWish } from './feed-request';
import { MessageRate } from './message-rate';
import type { OpenConnection } from './open-connections';
import { bye, refusal } from './own-frame';
import type { Rim } from './rim';

/** Where the frames of one push connection go. */
export interface Outlet {
  readonly name: TransportName;
  /** The socket under it, for the books. */
  readonly socket: Socket;
  /** Whose limits of one address it counts against, if anyone's. */
  readonly asker: string | undefined;
  /** Hands frames to the socket; calls `push.drained` when the kernel has taken them. Returns how many bytes they are. */
  write(frames: readonly EncodedFrame[], push: Push): number;
  /** Closes with the code's close code, after what was written. */
  end(code: ErrorCode): void;
  /** What this kind of socket has to look after itself: pings, a planned end; `now` in ms. */
  tick?(now: number, push: Push): void;
}

const MOST_REFUSALS = 20;

/**
 * The pace of the transports that push: takes as soon as there is something, the socket has taken what
 * came before *and* the viewer's own limits allow it. So a stalled reader has one take in its socket and a
 * cursor in the hub, never a queue.
 */
export class Push implements OpenConnection {
  readonly #session: Session;
  /** The viewer's own limits; without them nothing is counted. */
  #pace: Pace | undefined;
  /** Set while a take waits for the pace. */
  #wait: NodeJS.Timeout | undefined;
  readonly #messages = new MessageRate();
  #undrained = 0;
  #refusals = 0;
  #state: 'open' | 'ending' | 'closed' = 'open';
  /** Whether the present wish has been answered by a frame: the sign of life that a client waits for. */
  #answered = true;
  #wrote = true;
  #quietFrom = 0;
  #stalledFrom: number | undefined;
  #endingFrom: number | undefined;

  constructor(
    private readonly rim: Rim,
    private readonly outlet: Outlet,
    wish: PushWish = { subscriptions: [] },
  ) {
    const { subscriptions } = wish;
    this.#session = rim.hub.open({ subscriptions, onReady: () => rim.fanOut.add(this) });
    rim.connections.add(this);
    rim.traffic.held(outlet.name, outlet.socket);
    this.#answerSoon(wish);
  }

  /** Where the receiver will be when it has read all that was written. */
  get cursors(): Session['cursors'] {
    return this.#session.cursors;
  }

  /** Whether the receiver may say one more thing, `now` in ms of a clock that never jumps. */
  hears(now: number): boolean {
    const { asker } = this.outlet;
    return this.#messages.take(now) && (asker === undefined || this.rim.rate.tries(asker));
  }

  /** Takes what there is, if the socket has room and the pace allows it or the wish is new. */
  take(): void {
    if (this.#state !== 'open' || !this.#mayTake()) return;
    this.rim.traffic.spend(this.outlet.name, () => this.#takeNow());
  }

  #takeNow(): void {
    try {
      const frames = this.#session.take();
      if (frames.length > 0) this.#writeTake(frames);
      else if (!this.#answered) this.#write([this.#session.heartbeat()]);
    } catch (error) {
      // A fault of the server, in this session: the others go on.
      this.fail(error);
    }
  }

  /** The socket has room again. */
  readonly drained = (): void => {
    this.#undrained--;
    if (this.#undrained > 0) return;
    this.#stalledFrom = undefined;
    if (this.#session.ready || !this.#answered) this.take();
  };

  /** States the receiver's whole wish anew; a refused one changes nothing and is told. */
  subscribe(wish: PushWish): void {
    if (this.#state !== 'open') return;
    try {
      this.#session.subscribe(wish.subscriptions);
      this.#answerSoon(wish);
    } catch (error) {
      if (error instanceof FeedError) this.refuse(error);
      else this.fail(error);
    }
  }

  /** Tells that a request was refused; the connection goes on, unless there were too many. */
  refuse(error: FeedError): void {
    if (this.#state !== 'open') return;
    this.rim.codes.count(error.code);
    this.#write([refusal(error)]);
    if (++this.#refusals >= MOST_REFUSALS) this.end('too_many_errors');
  }

  /** Says goodbye with a code and closes. */
  end(code: ErrorCode): void {
    if (this.#state !== 'open') return;
    this.#state = 'ending';
    this.#stopWaiting();
    this.#session.close();
    this.rim.codes.count(code);
    this.#write([bye(code, this.rim.random)]);
    this.outlet.end(code);
  }

  /** A fault of the server happened in this connection. */
  fail(error: unknown): void {
    this.rim.onFault(error);
    this.end('internal');
  }

  /** The socket is gone. */
  closed(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#stopWaiting();
    this.#session.close();
    this.rim.connections.remove(this);
    this.rim.traffic.released(this.outlet.name, this.outlet.socket);
  }

  goodbye(): void {
    this.end('shutdown');
  }

  destroy(): void {
    this.outlet.socket.destroy();
  }

  tick(now: number): void {
    if (this.#state === 'ending') this.#tickEnding(now);
    else if (this.#undrained > 0) this.#tickStalled(now);
    else this.#tickQuiet(now);
    if (this.#state === 'open') this.outlet.tick?.(now, this);
  }

  /** A wish for anything is answered at once by what there is, or by a heartbeat. */
  #answerSoon({ subscriptions, limits = {} }: PushWish): void {
    this.#limit(limits);
    if (subscriptions.length === 0) return;
    this.#answered = false;
    this.rim.fanOut.add(this);
  }

  #limit(limits: ViewerLimits): void {
    this.#stopWaiting();
    if (Object.keys(limits).length === 0) this.#pace = undefined;
    else if (this.#pace) this.#pace.limits = limits;
    else this.#pace = new Pace(limits);
  }

  #mayTake(): boolean {
    const now = this.#pace ? performance.now() : 0;
    this.#pace?.woke(now);
    return this.#undrained === 0 && (!this.#answered || !this.#waits(now));
  }

  /** Whether the pace forbids a take now; then there is one as soon as it does not. */
  #waits(now: number): boolean {
    if (!this.#pace) return false;
    const waitMs = this.#pace.dueAt - now;
    if (waitMs <= 0) return false;
    // Timers count whole ms, and may be early by one: the take looks again.
    this.#wait ??= setTimeout(this.#waited, Math.ceil(waitMs)).unref();
    return true;
  }

  readonly #waited = (): void => {
    this.#wait = undefined;
    this.take();
  };

  #stopWaiting(): void {
    clearTimeout(this.#wait);
    this.#wait = undefined;
  }

  #tickEnding(now: number): void {
    this.#endingFrom ??= now;
    if (now - this.#endingFrom >= this.rim.settings.graceMs) this.destroy();
  }

  #tickStalled(now: number): void {
    this.#stalledFrom ??= now;
    if (now - this.#stalledFrom >= this.rim.settings.slowMs) this.end('slow');
  }

  #tickQuiet(now: number): void {
    if (this.#wrote) this.#quietFrom = now;
    this.#wrote = false;
    if (now - this.#quietFrom >= this.rim.settings.heartbeatMs) this.#write([this.#session.heartbeat()]);
  }

  #writeTake(frames: readonly EncodedFrame[]): void {
    this.#pace?.took(performance.now());
    this.#write(frames);
  }

  #write(frames: readonly EncodedFrame[]): void {
    const answersWish = !this.#answered;
    this.#undrained++;
    this.#wrote = this.#answered = true;
    this.rim.traffic.wrote(this.outlet.name, frames);
    const bytes = this.outlet.write(frames, this);
    if (answersWish) charge(this.rim, this.outlet.asker, bytes);
    // All of them count, heartbeats too.
    this.#pace?.wrote(bytes, performance.now());
  }
}
