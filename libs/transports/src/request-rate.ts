import type { Clock } from '@tickway/hub';
import { FeedError } from '@tickway/protocol';

/** How many requests an asker may make. */
export interface Pace {
  /** In the long run. */
  readonly perSecond: number;
  /** At once, after a while without any. */
  readonly burst: number;
}

/** Askers remembered; of more, those that have been quiet the longest begin anew. */
const MOST_ASKERS = 10_000;

interface Allowance {
  readonly at: number;
  readonly left: number;
}

/** Lets each asker make so many requests, and refuses what is more: a token bucket each. */
export class RequestRate {
  /** The one heard of last at the end. */
  private readonly allowances = new Map<string, Allowance>();

  constructor(
    private readonly clock: Clock,
    private readonly pace: Pace,
  ) {}

  /** @throws FeedError `rate` when the asker has made too many */
  take(asker: string): void {
    if (!this.tries(asker)) throw new FeedError('rate');
  }

  /** Whether the asker may make one more. */
  tries(asker: string): boolean {
    const { at, left } = this.allowanceOf(asker);
    const may = left >= 1;
    this.keep(asker, { at, left: may ? left - 1 : left });
    return may;
  }

  /** One that was made was as dear as so many more: what there is not is owed, at most as much as may come at once. */
  spend(asker: string, more: number): void {
    const { at, left } = this.allowanceOf(asker);
    this.keep(asker, { at, left: Math.max(-this.pace.burst, left - more) });
  }

  private keep(asker: string, allowance: Allowance): void {
    this.allowances.delete(asker);
    this.allowances.set(asker, allowance);
    this.forget(allowance.at);
  }

  private allowanceOf(asker: string): Allowance {
    const { perSecond, burst } = this.pace;
    const now = this.clock.now();
    const { at, left } = this.allowances.get(asker) ?? { at: now, left: burst };
    // A clock that is set back gives nothing and takes nothing.
    const earned = (Math.max(0, now - at) * perSecond) / 1_000;
    return { at: now, left: Math.min(burst, left + earned) };
  }

  /** Who has earned everything back is as if never heard of. */
  private forget(now: number): void {
    const { perSecond, burst } = this.pace;
    for (const [asker, { at }] of this.allowances) {
      // From the deepest debt on.
      if (this.allowances.size <= MOST_ASKERS && now - at < ((2 * burst) / perSecond) * 1_000) return;
      this.allowances.delete(asker);
    }
  }
}
