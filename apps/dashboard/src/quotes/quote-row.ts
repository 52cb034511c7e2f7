import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Key } from '@tickway/protocol';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { OLD_MS } from './age-reason';
import type { Column } from './columns';
import { Flashes, type Direction } from './flashes';
import { moved } from './moved';
import { QuoteBook } from './quote-book';
import { quoteLine } from './quote-line';
import { reasonFor } from './reason-for';
import { quotesTexts } from './texts/quotes-texts';

/** One symbol's row: redrawn by itself when its symbol changes, and by nothing else. */
@Component({
  imports: [RouterLink],
  selector: 'tw-quote-row',
  templateUrl: './quote-row.html',
  styleUrl: './quote-row.css',
  host: {
    role: 'row',
    'data-testid': 'quote-row',
    '[attr.data-symbol]': 'symbol()',
    '[attr.data-old]': 'reason()',
  },
})
export class QuoteRow {
  private readonly live = inject(Live);
  private readonly book = inject(QuoteBook);
  private readonly flashes = inject(Flashes);

  readonly symbol = input.required<Key>();
  readonly columns = input.required<readonly Column[]>();
  /** Whether bid and ask show their sizes. */
  readonly sizes = input(true);
  /** Whether the symbol is on the watchlist. */
  readonly listed = input(false);
  /** Whether the symbol is asked for now. */
  readonly asked = input(true);
  /** Whether Tab comes to this row. */
  readonly current = input(false);

  /** The star was pressed. */
  readonly starred = output();

  private readonly lastCell = viewChild<ElementRef<HTMLElement>>('last');
  private readonly bidCell = viewChild<ElementRef<HTMLElement>>('bid');
  private readonly askCell = viewChild<ElementRef<HTMLElement>>('ask');

  protected readonly texts = injectTexts(quotesTexts);
  protected readonly figures = injectFigures();
  private readonly known = computed(() => this.book.row(this.symbol()));
  protected readonly line = computed(() => {
    const known = this.known();
    return known && quoteLine(this.symbol(), known);
  });
  private readonly ageMs = computed(() => {
    const line = this.line();
    return line ? Math.max(0, this.live.serverTime() - line.at) : 0;
  });
  protected readonly age = computed(() => this.figures().age(this.ageMs()));
  /** How full the bar of age is: full where the value counts as old. */
  protected readonly fill = computed(() => `${Math.round(100 * Math.min(1, this.ageMs() / OLD_MS))}% 2px`);
  protected readonly reason = computed(() => {
    const [line, known] = [this.line(), this.known()];
    if (!line || !known) return undefined;
    const about = { ageMs: this.ageMs(), state: line.state, asked: this.asked(), merged: known.mergedLast };
    return reasonFor(this.live, about);
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
