/** How delays were of late, ms. */
export interface RecentDelays {
  readonly p50: number;
  readonly p95: number;
  readonly samples: number;
}

/** So many samples are kept; of a busier topic they reach back less far than the window. */
const KEPT = 2_048;

/** The delays of the last seconds, in fixed memory. */
export class DelayRing {
  private readonly times = new Float64Array(KEPT).fill(-Infinity);
  private readonly delays = new Float64Array(KEPT);
  private next = 0;

  /** Adds the delay of what came at `at`; both ms. */
  add(at: number, delayMs: number): void {
    this.times[this.next] = at;
    this.delays[this.next] = delayMs;
    this.next = (this.next + 1) % KEPT;
  }

  /** Of what came since `from`; undefined when nothing did. */
  since(from: number): RecentDelays | undefined {
    const recent = this.delays.filter((_, index) => (this.times[index] ?? -Infinity) >= from).sort();
    const samples = recent.length;
    if (samples === 0) return undefined;
    const at = (share: number) => recent[Math.ceil(samples * share) - 1] ?? 0;
    return { p50: at(0.5), p95: at(0.95), samples };
  }

  clear(): void {
    this.times.fill(-Infinity);
  }
}
