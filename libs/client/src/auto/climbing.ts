import type { TransportName } from '@tickway/protocol';
import type { AutoTimes } from './auto-times';
import { above } from './ladder';

/** Time and chance, and the times that auto mode keeps. */
export interface ClimbingOptions {
  readonly times: AutoTimes;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** Least share of a pause that jitter leaves of it. */
const LEAST_SHARE = 0.75;

/**
 * When which better transport is tried. A try that fails costs the running transport nothing, so tries stay frequent; a
 * try that succeeds and does not hold costs two switches, so what relapses is kept from another for longer each time.
 */
export class Climbing {
  /** Tries since the last step. */
  tries = 0;
  private pauseMs: number;
  /** When something last relapsed: the network is restless then, and tries keep their distance. */
  private relapsedAt = -Infinity;
  private nextAt: number;
  private readonly relapses = new Map<
    TransportName,
    { readonly times: number; readonly bannedUntil: number }
  >();

  constructor(
    private readonly options: ClimbingOptions,
    now: number,
  ) {
    // Whoever turns auto mode on, on a lesser transport, wants the best one now.
    this.nextAt = now;
    this.pauseMs = options.times.firstTryMs;
  }

  /** The better transports that may be tried when it is time, best first. */
  candidates(present: TransportName, at: number): readonly TransportName[] {
    return above(present).filter((name) => (this.relapses.get(name)?.bannedUntil ?? 0) <= at);
  }

  /** When to try next from `present`; undefined on the best. */
  nextTryAt(present: TransportName): number | undefined {
    const free = above(present).map((name) => this.relapses.get(name)?.bannedUntil ?? 0);
    return free.length === 0 ? undefined : Math.max(this.nextAt, Math.min(...free));
  }

  /** A step was made: tries begin anew, in a hurry unless the last one did not hold. */
  stepped(now: number): void {
    const { firstTryMs, mostTryMs, holdMs } = this.options.times;
    this.tries = 0;
    this.pauseMs = now - this.relapsedAt < holdMs ? Math.min(mostTryMs, this.pauseMs * 2) : firstTryMs;
    this.pause(now);
  }

  /** All candidates were tried in vain. */
  failed(now: number): void {
    this.pauseMs = Math.min(this.options.times.mostTryMs, this.pauseMs * 2);
    this.pause(now);
  }

  /** `name`, that had been climbed to, was unfit after `heldMs`. */
  relapsed(name: TransportName, heldMs: number, now: number): void {
    const { holdMs, banMs, mostBanMs } = this.options.times;
    if (heldMs >= holdMs) return void this.relapses.delete(name);
    this.relapsedAt = now;
    const times = (this.relapses.get(name)?.times ?? 0) + 1;
    const ms = Math.min(mostBanMs, banMs * 2 ** (times - 1));
    this.relapses.set(name, { times, bannedUntil: now + ms });
  }

  private pause(now: number): void {
    const share = LEAST_SHARE + (1 - LEAST_SHARE) * this.options.random();
    this.nextAt = now + this.pauseMs * share;
  }
}
