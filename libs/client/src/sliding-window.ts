import { Histogram } from './histogram';
import type { Percentiles } from './percentiles';

const SLICES = 10;

/** The distribution of the last `windowMs`, kept in ten slices that fall off one by one. */
export class SlidingWindow {
  private readonly slices = Array.from({ length: SLICES }, () => new Histogram());
  private slice = 0;

  constructor(private readonly windowMs: number) {}

  /** Counts `ms` as measured at `now`, epoch ms. */
  add(ms: number, now: number): void {
    this.advance(now);
    this.slices[this.slice % SLICES]?.add(ms);
  }

  /** What was measured in the last `windowMs` (to a tenth of it); undefined when nothing was. */
  percentiles(now: number): Percentiles | undefined {
    this.advance(now);
    return Histogram.percentiles(this.slices);
  }

  private advance(now: number): void {
    const present = Math.floor((now * SLICES) / this.windowMs);
    // A clock set back begins the window anew, as one that has leapt ahead does.
    const passed = present < this.slice ? SLICES : Math.min(SLICES, present - this.slice);
    for (let i = 0; i < passed; i++) this.slices[(((present - i) % SLICES) + SLICES) % SLICES]?.clear();
    this.slice = present;
  }
}
