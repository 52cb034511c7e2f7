import { TimeRing } from './time-ring';
import { STRETCHES, windows, type WindowMs } from './windows';

/** One measure over time, at the resolution of each window: 100 kB for ever. */
export class TimeRings {
  // Half as many again as are shown, as what is shown ends where the slowest transport's knowledge does.
  private readonly rings = new Map<WindowMs, TimeRing>(
    windows.map((windowMs) => [windowMs, new TimeRing(windowMs / STRETCHES, STRETCHES * 1.5)]),
  );

  /** Adds a value that belongs to `at`, epoch ms. */
  add(at: number, value: number): void {
    for (const ring of this.rings.values()) ring.add(at, value);
  }

  /** The ring of a window. */
  of(windowMs: WindowMs): TimeRing {
    const ring = this.rings.get(windowMs);
    if (ring === undefined) throw new Error('a window without a ring');
    return ring;
  }

  clear(): void {
    for (const ring of this.rings.values()) ring.clear();
  }
}
