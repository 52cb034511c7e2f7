import type { ViewerLimits } from './viewer-limits';

/**
 * When the next take is due under a viewer's own limits. Bytes beyond the bandwidth are a debt that time
 * pays, so what had to be said in spite of it makes the next take wait the longer. Times are ms of any
 * clock that does not jump.
 */
export class Pace {
  private tookAt = -Infinity;
  private wroteAt = 0;
  /** Bytes beyond the bandwidth at `wroteAt`. */
  private debt = 0;
  /** Since when there is something to tell; undefined: since the last take there was nothing. */
  private wokeAt: number | undefined;

  /** `limits` may be set anew at any time; the debt stays. */
  constructor(public limits: ViewerLimits = {}) {}

  /** When the next take may be; in the past: at once. */
  get dueAt(): number {
    const { maxFrequency, maxBandwidth } = this.limits;
    const next = maxFrequency === undefined ? -Infinity : this.tookAt + 1_000 / maxFrequency;
    const paid = maxBandwidth === undefined ? -Infinity : this.wroteAt + (this.debt / maxBandwidth) * 1_000;
    return Math.max(next, paid, this.collectedAt);
  }

  /** There is something to tell: the coalescing window opens, unless it has. Who polls has none. */
  woke(now: number): void {
    this.wokeAt ??= now;
  }

  /** A take was made. */
  took(now: number): void {
    this.tookAt = now;
    this.wokeAt = undefined;
  }

  /** Frames of so many bytes went, of a take or not. */
  wrote(bytes: number, now: number): void {
    // Without a limit the bytes before are nothing that is owed.
    const paid = ((this.limits.maxBandwidth ?? Infinity) * (now - this.wroteAt)) / 1_000;
    this.debt = bytes + (paid < this.debt ? this.debt - paid : 0);
    this.wroteAt = now;
  }

  private get collectedAt(): number {
    const { windowMs } = this.limits;
    return windowMs === undefined || this.wokeAt === undefined ? -Infinity : this.wokeAt + windowMs;
  }
}
