import { Component, computed, inject, signal, untracked } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { Live, topics } from '../live/live';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { inOrder, matches, pressed, sortColumns, type Order, type SortColumn } from './order';
import { quoteLine } from './quote-line';
import { QuoteRow } from './quote-row';
import { quotesTexts } from './texts/quotes-texts';

/** How often rows may change places, ms: faster than this nobody can follow a row with the eye. */
const SETTLE_MS = 1000;

/** All quotes as a table: sorted, searched, each row alive by itself. */
@Component({
  selector: 'tw-quote-board',
  imports: [QuoteRow],
  templateUrl: './quote-board.html',
  styleUrl: './quote-board.css',
})
export class QuoteBoard {
  private readonly live = inject(Live);

  private readonly formats = injectFormats();
  protected readonly texts = injectTexts(quotesTexts);
  protected readonly names = computed((): Readonly<Record<SortColumn, string>> => this.texts().columns);
  protected readonly longNames = computed((): Readonly<Record<string, string>> => this.texts().longColumns);
  protected readonly columns = sortColumns;
  protected readonly order = signal<Order>({ column: 'symbol', direction: 'ascending' });
  protected readonly search = signal('');
  protected readonly health = this.live.health;
  protected readonly arrived = computed(() => this.live.quotes.state() !== undefined);
  protected readonly count = computed(() =>
    this.texts().count(
      this.formats().count(this.keys().length),
      this.formats().count(this.live.quotes.keys().length),
    ),
  );

  private readonly settled = computed(() => Math.floor(this.live.time() / SETTLE_MS));
  protected readonly keys = computed(() => {
    const lines = this.lines();
    return inOrder(
      lines.filter((line) => matches(line, this.search())),
      this.order(),
    ).map(({ key }) => key);
  }, sameOrder);

  constructor() {
    this.live.need(topics.quotes);
  }

  protected sort(column: SortColumn): void {
    this.order.update((order) => pressed(order, column));
  }

  protected find(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search.set(event.target.value);
  }

  protected clear(): void {
    this.search.set('');
  }

  protected direction(column: SortColumn): Order['direction'] | null {
    return this.order().column === column ? this.order().direction : null;
  }

  /** The lines as they are at most once a second: an order by price must not run along with every tick. */
  private lines() {
    this.settled();
    const keys = this.live.quotes.keys();
    return untracked(() =>
      keys.flatMap((key) => {
        const held = this.live.quotes.row(key)();
        return (held && quoteLine(key, held)) ?? [];
      }),
    );
  }
}

const sameOrder = {
  equal: (a: readonly Key[], b: readonly Key[]) => a.length === b.length && a.every((key, i) => key === b[i]),
};
