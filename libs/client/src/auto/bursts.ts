/** Arrivals closer together than this are one burst, ms. */
const TOGETHER_MS = 100;

/** What counts as held back, and for how long it is held against a stream. */
export interface BurstOptions {
  /** Frames of one burst that were written further apart were held back, ms. */
  readonly heldMs: number;
  /** How often that has to happen … */
  readonly held: number;
  /** … within how long, ms. */
  readonly heldWithinMs: number;
}

/**
 * Tells a stream that something on the way holds back: frames come together that the server wrote at different times.
 * Only the server's clock is compared with itself, so no estimate of the offset between the clocks is needed. Once is
 * no sign: a stalled line, or a page that was busy, makes one burst too.
 */
export class Bursts {
  private arrivedAt = -Infinity;
  private firstWrittenAt = 0;
  private told = false;
  private held: readonly { readonly at: number; readonly ms: number }[] = [];

  constructor(private readonly options: BurstOptions) {}

  /** A frame that the server wrote at `writtenAt` (its clock) came at `now` (ours), epoch ms. */
  heard(writtenAt: number, now: number): void {
    if (now - this.arrivedAt > TOGETHER_MS) this.begin(writtenAt);
    this.arrivedAt = now;
    const ms = writtenAt - this.firstWrittenAt;
    if (ms <= this.options.heldMs) return;
    if (this.told) this.held = this.held.slice(0, -1);
    this.told = true;
    this.held = [...this.held, { at: now, ms }];
  }

  /** The longest that frames were held back, ms, if it has happened often of late. */
  heldMs(now: number): number | undefined {
    this.held = this.held.filter(({ at }) => now - at <= this.options.heldWithinMs);
    return this.held.length < this.options.held ? undefined : Math.max(...this.held.map(({ ms }) => ms));
  }

  private begin(writtenAt: number): void {
    this.firstWrittenAt = writtenAt;
    this.told = false;
  }
}
