import { DOCUMENT, inject, Service } from '@angular/core';
import { flashLimit } from './flash-limit';

/** How long a flash stays, ms. */
const HOLD_MS = 240;

/** Which way a value went. */
export type Direction = 'up' | 'down';

/**
 * Marks cells whose value changed with `data-flash="up"` or `"down"` for a moment. Written to the DOM directly and ended by one
 * sweep a frame: sixty rows at ten commits a second must not cost a timer or a change detection each.
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
    if (this.calm?.matches || !this.mayFlash(cell, now)) return;
    cell.dataset.flash = direction;
    if (this.shining.size === 0) this.window?.requestAnimationFrame(this.sweep);
    this.shining.set(cell, now + HOLD_MS);
  }

  private readonly sweep = (now: number): void => {
    for (const [cell, until] of this.shining)
      if (until <= now) {
        delete cell.dataset.flash;
        this.shining.delete(cell);
      }
    if (this.shining.size > 0) this.window?.requestAnimationFrame(this.sweep);
  };
}
