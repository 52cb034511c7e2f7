/** What counts as held back, and for how long it is held against a stream. */
export interface LatenessOptions {
  /** Half of the frames may not be later than this, ms. */
  readonly lateMs: number;
  /** How long a stream is watched at least, ms … */
  readonly watchMs: number;
  /** … and at most, ms. */
  readonly lateWithinMs: number;
}

interface Arrival {
  readonly at: number;
  /** From the writing to the arrival, by two clocks: only its differences mean anything, ms. */
  readonly delayMs: number;
}

/** Fewer frames say nothing; more are not kept. */
const LEAST = 5;
const MOST = 1_000;
/** Arrivals closer together than this came at once, ms. */
const TOGETHER_MS = 100;
/** A line that stalled once, or a page that was busy, makes one burst: no sign yet. */
const BURSTS = 2;

/**
 * Tells a stream that something on the way holds back: it comes in bursts, of which the last frame is on time and the
 * others are late. How late is taken from the best of the stream itself, so no estimate of the offset between the
 * clocks is needed, and a feed that is late at its source, or a server that is busy, does not look like a proxy.
 */
export class Lateness {
  private arrivals: readonly Arrival[] = [];
  private fresh: Arrival[] = [];

  constructor(private readonly options: LatenessOptions) {}

  /** A frame that the server wrote at `writtenAt` (its clock) came at `now` (ours), epoch ms. */
  heard(writtenAt: number, now: number): void {
    this.fresh.push({ at: now, delayMs: now - writtenAt });
    if (this.fresh.length >= MOST) this.settle(now);
  }

  /** How late frames are at most, ms, if so many are late that the stream is held back. */
  heldMs(now: number): number | undefined {
    this.settle(now);
    if (!this.isWatched(now)) return undefined;
    const { lateMs } = this.options;
    const delays = this.arrivals.map(({ delayMs }) => delayMs).sort((a, b) => a - b);
    const [least = 0] = delays;
    const median = delays[Math.floor(delays.length / 2)] ?? least;
    if (median - least <= lateMs || this.burstsLaterThan(least + lateMs) < BURSTS) return undefined;
    return (delays.at(-1) ?? least) - least;
  }

  private isWatched(now: number): boolean {
    const watchedMs = now - (this.arrivals[0]?.at ?? now);
    return watchedMs >= this.options.watchMs && this.arrivals.length >= LEAST;
  }

  private burstsLaterThan(delayMs: number): number {
    const late = this.arrivals.filter((one) => one.delayMs > delayMs);
    return late.filter(({ at }, i) => at - (late[i - 1]?.at ?? -Infinity) > TOGETHER_MS).length;
  }

  private settle(now: number): void {
    this.arrivals = [...this.arrivals, ...this.fresh]
      .slice(-MOST)
      .filter(({ at }) => now - at <= this.options.lateWithinMs);
    this.fresh = [];
  }
}
