import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import type { Key } from '@tickway/protocol';
import { Live } from '../live/live';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Flashes, type Direction } from './flashes';
import { moved } from './moved';
import { quoteLine } from './quote-line';
import { quotesTexts } from './texts/quotes-texts';

/** One symbol's row: redrawn by itself when its symbol changes, and by nothing else. */
@Component({
  selector: 'tw-quote-row',
  templateUrl: './quote-row.html',
  styleUrl: './quote-row.css',
  host: { role: 'row', 'data-testid': 'quote-row', '[attr.data-symbol]': 'symbol()' },
})
export class QuoteRow {
  private readonly live = inject(Live);
  private readonly flashes = inject(Flashes);

  readonly symbol = input.required<Key>();

  private readonly lastCell = viewChild<ElementRef<HTMLElement>>('last');
  private readonly bidCell = viewChild<ElementRef<HTMLElement>>('bid');
  private readonly askCell = viewChild<ElementRef<HTMLElement>>('ask');

  protected readonly texts = injectTexts(quotesTexts);
  protected readonly figures = injectFigures();
  protected readonly line = computed(() => {
    const held = this.live.quotes.row(this.symbol())();
    return held && quoteLine(this.symbol(), held);
  });
  protected readonly age = computed(() => {
    const line = this.line();
    return line ? this.figures().age(this.live.serverTime() - line.at) : '';
  });
  /** Which way the day went: it colours the change, whose sign says the same. */
  protected readonly day = computed(() => moved(0, this.line()?.change));
  /** Which way the last price went when it last moved. */
  protected readonly tick = linkedSignal<number | undefined, Direction | undefined>({
    source: () => this.line()?.last,
    computation: (last, before) => moved(before?.source, last) ?? before?.value,
  });

  constructor() {
    this.flashOnChange(this.lastCell, () => this.line()?.last);
    this.flashOnChange(this.bidCell, () => this.line()?.bid);
    this.flashOnChange(this.askCell, () => this.line()?.ask);
  }

  private flashOnChange(
    cell: () => ElementRef<HTMLElement> | undefined,
    price: () => number | undefined,
  ): void {
    const now = computed(price);
    let before: number | undefined;
    effect(() => {
      const direction = moved(before, now());
      before = now();
      const element = cell()?.nativeElement;
      if (direction && element) this.flashes.flash(element, direction);
    });
  }
}
