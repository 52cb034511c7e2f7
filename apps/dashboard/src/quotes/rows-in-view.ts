import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';
import { rowSpan, type RowSpan } from './row-span';

/** How long a list must be scrolled without a look at it, ms: a fling asks for what it ends at, not for all it passes. */
const LOOK_MS = 150;
const MARGIN = 3;

/** Which rows of a scrolled table are in view. Rows are `--row` px high; the head sticks to the top. */
@Directive({ selector: '[twRowsInView]', exportAs: 'rowsInView', host: { '(scroll)': 'lookLater()' } })
export class RowsInView {
  private readonly table: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private looking: ReturnType<typeof setTimeout> | undefined;

  readonly span = signal<RowSpan>({ from: 0, to: Infinity });
  /** Width of the table, px; 0 before it is known. */
  readonly width = signal(0);
  /** Height of a row, px; 0 before it is known. */
  readonly row = signal(0);

  constructor() {
    const destroyed = inject(DestroyRef);
    destroyed.onDestroy(() => clearTimeout(this.looking));
    afterNextRender(() => {
      const sized = new ResizeObserver(() => this.look());
      sized.observe(this.table);
      destroyed.onDestroy(() => sized.disconnect());
    });
  }

  protected lookLater(): void {
    this.looking ??= setTimeout(() => this.look(), LOOK_MS);
  }

  private look(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
    const head = this.table.firstElementChild?.clientHeight ?? 0;
    const row = Number.parseFloat(getComputedStyle(this.table).getPropertyValue('--row'));
    const height = this.table.clientHeight - head;
    this.width.set(this.table.clientWidth);
    this.row.set(row);
    this.span.set(rowSpan({ scrolled: this.table.scrollTop, height, row, margin: MARGIN }));
  }
}
