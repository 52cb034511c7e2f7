import type { TransportName } from '@tickway/protocol';
import { interval, Subscription, type Observable, type SchedulerLike } from 'rxjs';
import type { Connection } from '../connection';
import type { Status } from '../status';
import { Account } from './account';
import { autoTimes, type AutoTimes } from './auto-times';
import { Climbing } from './climbing';
import { Evidence } from './evidence';
import { below, BEST } from './ladder';
import type { AutoState, StepReason } from './step';

/** What a pilot is made of. */
export interface PilotOptions {
  /** Interval of the server's heartbeats, ms. */
  readonly heartbeatMs: number;
  readonly scheduler: SchedulerLike;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** A transport asked for, whose first frame is waited for. */
interface Asked {
  readonly to: TransportName;
  readonly at: number;
  /** Why the running one is left; absent when a better one is tried. */
  readonly because?: StepReason;
}

/** A look that comes so much late means that the machine slept or the page was busy, ms. */
const LATE_LOOK_MS = 2_000;
/** Round trips until a stream's first frame has come, generously: to connect, to ask, and one lost. */
const ROUND_TRIPS = 4;

/**
 * Decides when which transport is switched to. What the connection tells is only written down as it comes; all that is
 * done about it is done in a look of its own, so that the connection is never told to switch while it is speaking.
 */
export class Pilot {
  private readonly account = new Account(BEST);
  readonly state: Observable<AutoState> = this.account.state.asObservable();
  private readonly open = new Subscription();
  private readonly times: AutoTimes;
  private readonly climbing: Climbing;
  private evidence: Evidence;
  private status: Status | undefined;
  private asked: Asked | undefined;
  /** Why the connection did not switch to what was asked. */
  private refusal: StepReason | undefined;
  /** Better ones that this round of tries has not come to yet. */
  private untried: readonly TransportName[] = [];
  /** When the running transport was climbed to; undefined when it was fallen to or begun with. */
  private climbedAt: number | undefined;
  /** What was held back on the way when last used: its first frame has to come sooner now. */
  private readonly heldBack = new Set<TransportName>();
  private lookedAt: number;
  private lookComes = false;
  private bytes = 0;

  constructor(
    private readonly connection: Connection,
    private readonly options: PilotOptions,
  ) {
    const now = this.now();
    const { heartbeatMs, random, scheduler } = options;
    const times = (this.times = autoTimes(heartbeatMs));
    this.climbing = new Climbing({ times, random }, now);
    this.evidence = new Evidence(BEST, now, times);
    this.lookedAt = now;
    this.open.add(connection.frames.subscribe(({ writtenAt }) => this.evidence.heard(writtenAt, this.now())));
    this.open.add(
      connection.status.subscribe({ next: (status) => this.told(status), complete: () => this.stop() }),
    );
    this.open.add(interval(times.lookMs, scheduler).subscribe(() => this.lookAtTheTime()));
  }

  stop(): void {
    if (this.open.closed) return;
    this.open.unsubscribe();
    if (this.asked) this.connection.switchTo(this.evidence.transport);
    this.account.state.complete();
  }

  private told(status: Status): void {
    const now = this.now();
    this.wake(now);
    this.status = status;
    if (status.transport !== this.evidence.transport) this.arrived(status, now);
    else if (this.asked && status.code && !status.switchingTo)
      this.refusal = { type: 'refused', code: status.code };
    this.evidence.told(status, now);
    this.lookSoon();
  }

  private arrived({ transport, state }: Status, now: number): void {
    const { asked, evidence } = this;
    this.evidence = new Evidence(transport, now, this.times);
    this.asked = this.refusal = undefined;
    // Who switches by hand was not told to by us, and begins anew.
    if (!asked) return;
    const reason = asked.because ?? this.whyBetter(state);
    this.account.stepped({ from: evidence.transport, to: transport, reason, at: now });
    if (asked.because) this.fell(evidence.transport, asked.because, now);
    else this.climbed(transport, now);
    this.climbing.stepped(now);
    this.tell();
  }

  private whyBetter(state: Status['state']): StepReason {
    return state === 'live' ? { type: 'works', tries: this.climbing.tries } : { type: 'took-over' };
  }

  private fell(from: TransportName, { type }: StepReason, now: number): void {
    if (this.climbedAt !== undefined) this.climbing.relapsed(from, now - this.climbedAt, now);
    if (type === 'held-back') this.heldBack.add(from);
    this.climbedAt = undefined;
  }

  private climbed(to: TransportName, now: number): void {
    this.heldBack.delete(to);
    this.climbedAt = now;
  }

  private lookSoon(): void {
    if (this.lookComes || this.open.closed) return;
    this.lookComes = true;
    const look = () => {
      this.lookComes = false;
      this.look();
    };
    this.open.add(this.options.scheduler.schedule(look));
  }

  private lookAtTheTime(): void {
    const now = this.now();
    this.wake(now);
    if (this.status?.state === 'connecting') this.lookAtTheBytes(now);
    this.look();
  }

  /** After a sleep the line's timers may come first, and tell of a silence that nobody could have heard. */
  private wake(now: number): void {
    const lateMs = now - this.lookedAt - this.times.lookMs;
    if (lateMs > LATE_LOOK_MS) this.excuse(now);
    // Who does not come to look does not come to take frames either: that they are late is not the network's doing.
    if (lateMs > this.times.lateMs) this.evidence.overlookLateness();
    this.lookedAt = now;
  }

  private lookAtTheBytes(now: number): void {
    const { received } = this.connection.meter.snapshot().bytes;
    if (received !== this.bytes) this.evidence.stirred(now);
    this.bytes = received;
  }

  private excuse(now: number): void {
    this.evidence.excuse(now);
    if (this.asked) this.asked = { ...this.asked, at: now };
  }

  private look(): void {
    const now = this.now();
    const verdict = this.evidence.verdict(now);
    if (this.asked) this.attend(this.asked, verdict, now);
    else if (verdict) this.fall(verdict, now);
    else if (this.status?.state === 'live') this.climb(now);
    this.tell();
  }

  /** Sees to what was asked for: it may have failed, or not be wanted any more. */
  private attend(asked: Asked, verdict: StepReason | undefined, now: number): void {
    const { because } = asked;
    if (!because && verdict) return this.fall(verdict, now);
    if (because && !verdict) return this.stay();
    const failure = this.refusal ?? this.tooLate(asked, now);
    if (!failure) return;
    if (because) return this.fallFurther(asked.to, because, now);
    this.account.failed({ transport: asked.to, reason: failure, at: now });
    this.tryNext(now);
  }

  private fall(because: StepReason, now: number): void {
    const to = below(this.evidence.transport);
    if (to) this.ask({ to, because, at: now });
  }

  /** The one below does not answer either. At the end of the ladder the line is dead, and its keeper's to find out. */
  private fallFurther(from: TransportName, because: StepReason, now: number): void {
    const to = below(from);
    if (to) return this.ask({ to, because, at: now });
    if (!this.refusal) return;
    this.evidence.excuse(now);
    this.stay();
  }

  private climb(now: number): void {
    const { transport } = this.evidence;
    const dueAt = this.climbing.nextTryAt(transport);
    if (dueAt === undefined || now < dueAt) return;
    this.climbing.tries++;
    this.untried = this.climbing.candidates(transport, now);
    this.tryNext(now);
  }

  private tryNext(now: number): void {
    const [to, ...untried] = this.untried;
    this.untried = untried;
    if (to) return this.ask({ to, at: now });
    this.climbing.failed(now);
    this.stay();
  }

  private ask(asked: Asked): void {
    this.asked = asked;
    this.refusal = undefined;
    this.connection.switchTo(asked.to);
    this.open.add(this.options.scheduler.schedule(() => this.look(), this.patienceMs(asked.to)));
  }

  /** Gives up what was asked for, if it is still being waited for. */
  private stay(): void {
    this.asked = this.refusal = undefined;
    if (this.status?.switchingTo) this.connection.switchTo(this.evidence.transport);
  }

  private tooLate({ to, at }: Asked, now: number): StepReason | undefined {
    const waitedMs = now - at;
    return waitedMs < this.patienceMs(to) ? undefined : { type: 'no-first-frame', waitedMs };
  }

  private patienceMs(to: TransportName): number {
    const { firstFrameMs, suspectMs } = this.times;
    if (!this.heldBack.has(to)) return firstFrameMs;
    const { clockErrorMs = 0 } = this.connection.meter.snapshot();
    return Math.min(firstFrameMs, suspectMs + ROUND_TRIPS * 2 * clockErrorMs);
  }

  private tell(): void {
    const { transport } = this.evidence;
    const trying = this.asked && !this.asked.because ? this.asked.to : undefined;
    const nextTryAt =
      this.status?.state === 'live' && !this.asked ? this.climbing.nextTryAt(transport) : undefined;
    this.account.tell({
      transport,
      ...(trying && { trying }),
      ...(nextTryAt !== undefined && { nextTryAt }),
    });
  }

  private now(): number {
    return this.options.scheduler.now();
  }
}
