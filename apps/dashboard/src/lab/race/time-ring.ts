/** What was measured in one stretch of time. */
export interface Stretch {
  /** Its beginning, epoch ms. */
  readonly from: number;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  readonly count: number;
}

/**
 * The last stretches of time with what was measured in each: fixed memory for ever. A value may come late
 * and for a time that is past (an update is measured when it arrives, and belongs to when it happened);
 * one for a time that the ring no longer holds is left out.
 */
export class TimeRing {
  private readonly stamps: Float64Array;
  private readonly least: Float32Array;
  private readonly most: Float32Array;
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(
    /** Length of a stretch, ms. */
    readonly stretchMs: number,
    /** How many stretches are kept. */
    readonly length: number,
  ) {
    this.stamps = new Float64Array(length).fill(-Infinity);
    this.least = new Float32Array(length);
    this.most = new Float32Array(length);
    this.sums = new Float64Array(length);
    this.counts = new Float64Array(length);
  }

  /** Adds a value that belongs to `at`, epoch ms. */
  add(at: number, value: number): void {
    const stamp = Math.floor(at / this.stretchMs);
    const slot = this.slotOf(stamp);
    const present = this.stamps[slot] ?? -Infinity;
    if (present > stamp) return;
    if (present < stamp) this.begin(slot, stamp);
    this.least[slot] = Math.min(this.least[slot] ?? value, value);
    this.most[slot] = Math.max(this.most[slot] ?? value, value);
    this.sums[slot] = value + (this.sums[slot] ?? 0);
    this.counts[slot] = 1 + (this.counts[slot] ?? 0);
  }

  /** Visits the stretches of [from, to), epoch ms, that hold something, in order of time. */
  visit(from: number, to: number, visitor: (stretch: Stretch) => void): void {
    const last = Math.ceil(to / this.stretchMs);
    const first = Math.max(Math.floor(from / this.stretchMs), last - this.length);
    for (let stamp = first; stamp < last; stamp++) {
      const slot = this.slotOf(stamp);
      if (this.stamps[slot] === stamp) visitor(this.read(slot, stamp));
    }
  }

  clear(): void {
    this.stamps.fill(-Infinity);
  }

  private begin(slot: number, stamp: number): void {
    this.stamps[slot] = stamp;
    this.least[slot] = Infinity;
    this.most[slot] = -Infinity;
    this.sums[slot] = this.counts[slot] = 0;
  }

  private read(slot: number, stamp: number): Stretch {
    const count = this.counts[slot] ?? 0;
    return {
      from: stamp * this.stretchMs,
      min: this.least[slot] ?? 0,
      mean: (this.sums[slot] ?? 0) / count,
      max: this.most[slot] ?? 0,
      count,
    };
  }

  private slotOf(stamp: number): number {
    return ((stamp % this.length) + this.length) % this.length;
  }
}
