import { Component, DOCUMENT, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { inksOf } from '../inks/inks-of';
import { sizeCanvas } from '../map/size-canvas';
import { Theme } from '../shell/theme';
import type { BoardItem } from './board-items';
import { injectLinesOfBefore } from './inject-lines-of-before';
import { QuoteBook } from './quote-book';
import { changedTrends, drawTrend, trendSize, type Trends } from './trends';

/** The most device px that a canvas may be high everywhere; a longer board has coarser lines. */
const HIGHEST = 16_000;

/**
 * The last prices of each row as a small chart, all rows on one canvas over their column, each drawn anew only when a price was
 * added. A chart of its own in each row, on a canvas or as an SVG, is a step more a row in composing every frame of the page:
 * sixty of them cost more than all the rows' figures.
 */
@Component({
  selector: 'tw-trend-column',
  template: '<canvas aria-hidden="true" [style.grid-column]="column()" #canvas></canvas>',
  styles: `
    :host {
      position: absolute;
      inset: 0 0 auto;
      display: grid;
      grid-template-columns: var(--columns);
      padding: 0 var(--space-2);
      pointer-events: none;
    }
    canvas {
      display: block;
      margin-right: 6px;
      justify-self: end;
    }
  `,
})
export class TrendColumn {
  private readonly book = inject(QuoteBook);
  private readonly theme = inject(Theme);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private drawn: Trends = { prices: [], row: 0, middle: 0, ratio: 0, ink: '' };

  /** What stands in each place of the board. */
  readonly items = input.required<readonly BoardItem[]>();
  /** The column's place among the board's, from 1. */
  readonly column = input.required<number>();
  /** Height of a row, CSS px. */
  readonly row = input.required<number>();
  /** From a row's upper edge to the middle of its trend, CSS px. */
  readonly middle = input.required<number>();

  constructor() {
    injectLinesOfBefore();
    effect(() => {
      this.theme.look();
      this.draw(inksOf(this.host, { line: 'var(--text-soft)' }).line);
    });
    effect(() => {
      // Which prices there are changes once a second at most.
      this.book.second();
      this.draw(this.drawn.ink);
    });
  }

  private draw(ink: string): void {
    const row = this.row();
    const prices = this.items().map((item) =>
      item.type === 'quote' ? (this.book.spark(item.key)?.prices() ?? []) : [],
    );
    const ratio = Math.min(this.window?.devicePixelRatio ?? 1, HIGHEST / Math.max(1, row * prices.length));
    this.show({ prices, row, middle: this.middle(), ratio, ink });
  }

  private show(trends: Trends): void {
    const { row, middle, ratio, ink, prices } = trends;
    const canvas = this.canvas().nativeElement;
    const context = row > 0 && ink !== '' ? canvas.getContext('2d') : null;
    if (!context) return;
    sizeCanvas(canvas, { width: trendSize.width, height: row * prices.length, ratio });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.strokeStyle = ink;
    for (const i of changedTrends(this.drawn, trends)) {
      context.clearRect(0, i * row, trendSize.width, row);
      drawTrend(context, prices[i] ?? [], i * row + middle);
    }
    this.drawn = trends;
  }
}
