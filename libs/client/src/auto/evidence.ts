import { errorCodes, type ErrorCode, type TransportName } from '@tickway/protocol';
import type { Status } from '../status';
import type { AutoTimes } from './auto-times';
import { isPushed } from './ladder';
import { Lateness } from './lateness';
import type { StepReason } from './step';

/** What is known of the transport that runs, since it was stepped to, and what that says of it. */
export class Evidence {
  /** Whether any frame has come on it: then its way through the network is open, and what it is refused is the wish. */
  proven = false;
  private status: Pick<Status, 'state' | 'code'> = { state: 'connecting' };
  private openedAt: number;
  /** Since when it has had nothing to show for its opening. */
  private idleSince: number;
  private heardAt: number;
  private losses: readonly number[] = [];
  /** How long it had been silent when it was lost, ms: a server hangs up on who does not answer it either. */
  private silentAtLossMs = 0;
  private lateness: Lateness;

  constructor(
    readonly transport: TransportName,
    readonly since: number,
    private readonly times: AutoTimes,
  ) {
    this.openedAt = this.idleSince = this.heardAt = since;
    this.lateness = new Lateness(times);
  }

  /** A frame came that the server wrote at `writtenAt`, its clock. */
  heard(writtenAt: number, now: number): void {
    this.proven = true;
    this.heardAt = now;
    if (this.transport === 'streaming') this.lateness.heard(writtenAt, now);
  }

  /** Bytes are coming, if no frame yet: a long snapshot on a narrow line. */
  stirred(now: number): void {
    this.idleSince = now;
  }

  /** The connection says where it is. */
  told(status: Pick<Status, 'state' | 'code'>, now: number): void {
    this.proven ||= status.state === 'live';
    if (status.state === 'connecting') this.openedAt = this.idleSince = now;
    if (status.state === 'waiting' && isOfTheWay(status.code)) this.lost(now);
    this.status = status;
  }

  /** This machine was busy: how late frames were until now says nothing. */
  overlookLateness(): void {
    this.lateness = new Lateness(this.times);
  }

  private lost(now: number): void {
    this.losses = [...this.recent(now), now];
    this.silentAtLossMs = this.proven ? now - this.heardAt : 0;
  }

  /** Nothing could be heard until `now`, as this machine slept or was busy: no silence is held against anyone. */
  excuse(now: number): void {
    this.idleSince = this.heardAt = now;
  }

  /** Why this transport is unfit, if it is. */
  verdict(now: number): StepReason | undefined {
    if (this.recent(now).length >= this.times.losses) return this.lostOften(now);
    switch (this.status.state) {
      case 'connecting':
        return this.unheard(now);
      case 'live':
        return this.silentFor(now - this.heardAt, this.times.silenceMs) ?? this.heldBack(now);
      case 'waiting':
      case 'closed':
        return this.refused() ?? this.silentFor(this.silentAtLossMs, this.times.lostSilentMs);
    }
  }

  private unheard(now: number): StepReason | undefined {
    if (now - this.idleSince < this.times.firstFrameMs) return undefined;
    return { type: 'no-first-frame', waitedMs: now - this.openedAt };
  }

  private silentFor(forMs: number, mostMs: number): StepReason | undefined {
    return isPushed(this.transport) && forMs >= mostMs ? { type: 'silent', forMs } : undefined;
  }

  private heldBack(now: number): StepReason | undefined {
    const heldMs = this.lateness.heldMs(now);
    return heldMs === undefined ? undefined : { type: 'held-back', heldMs };
  }

  /** A server that is full or stopping is so on every transport; what was refused after a frame is the wish. */
  private refused(): StepReason | undefined {
    const { code } = this.status;
    const elsewhere = code !== undefined && (isOfTheWay(code) || errorCodes[code].retry === 'stay-away');
    return elsewhere && !this.proven ? { type: 'refused', code } : undefined;
  }

  private lostOften(now: number): StepReason {
    const recent = this.recent(now);
    return { type: 'lost-often', losses: recent.length, withinMs: now - (recent[0] ?? now) };
  }

  private recent(now: number): readonly number[] {
    return this.losses.filter((at) => now - at < this.times.lossesWithinMs);
  }
}

/** Whether a failure is one of the way to the server, so that another way may do better. */
const isOfTheWay = (code: ErrorCode | undefined) =>
  code !== undefined && errorCodes[code].fault === 'network';
