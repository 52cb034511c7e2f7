import { DOCUMENT, inject, Service } from '@angular/core';
import { flashLimit } from './flash-limit';

/** How long a flash stays at least, and how often those that stayed are ended, ms. */
const [HOLD_MS, SWEEP_MS] = [160, 250];

/** Which way a value went. */
export type Direction = 'up' | 'down';

/**
 * Marks cells whose value changed with `data-flash="up"` or `"down"` for a moment. Written to the DOM directly, and ended together in
 * a frame in which others begin: sixty rows at ten commits a second must not cost a timer or a painted frame each.
 */
@Service()
export class Flashes {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly mayFlash = flashLimit();
  private readonly calm = this.window?.matchMedia('(prefers-reduced-motion: reduce)');
  private readonly shining = new Map<HTMLElement, number>();

  /** Flashes `cell` if its limit and the viewer's motion preference allow. */
  flash(cell: HTMLElement, direction: Direction): void {
    const now = performance.now();
    if (this.calm?.matches) return;
    this.endDue(now);
    if (this.mayFlash(cell, now)) this.light(cell, direction, now);
    // It turned back before the next flash is due: better no sign than the wrong one.
    else if (cell.dataset.flash !== direction) this.end(cell);
  }

  private light(cell: HTMLElement, direction: Direction, now: number): void {
    cell.dataset.flash = direction;
    if (this.shining.size === 0) this.sweepLater();
    // Anew at the end, among those that shine the longest yet.
    this.shining.delete(cell);
    this.shining.set(cell, now + HOLD_MS);
  }

  private end(cell: HTMLElement): void {
    delete cell.dataset.flash;
    this.shining.delete(cell);
  }

  private sweepLater(): void {
    this.window?.setTimeout(() => this.sweep(performance.now()), SWEEP_MS);
  }

  /** For a board on which nothing begins any more. */
  private sweep(now: number): void {
    this.endDue(now);
    if (this.shining.size > 0) this.sweepLater();
  }

  private endDue(now: number): void {
    // The longest shining come first.
    for (const [cell, until] of this.shining) {
      if (until > now) return;
      this.end(cell);
    }
  }
}
