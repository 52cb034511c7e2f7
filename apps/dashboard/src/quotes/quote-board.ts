import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { Key } from '@tickway/protocol';
import { AlertMenu } from '../alerts/alert-menu';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { injectMediaMatches } from '../shell/inject-media-matches';
import { injectAskedRows, injectSavingFormat } from './asked-rows';
import { boardKeys } from './board-keys';
import { injectBoardList } from './board-list';
import { BoardView } from './board-view';
import { fitting, tracks, withSizes } from './columns';
import { KeysSheet } from './keys-sheet';
import { LimitsMenu } from './limits-menu';
import { isMoving, pressed, sortable, type Order, type SortColumn } from './order';
import { QuoteBook } from './quote-book';
import { QuoteFacts } from './quote-facts';
import { QuoteRow } from './quote-row';
import { RowsInView } from './rows-in-view';
import { symbolAt } from './symbol-at';
import { quotesTexts } from './texts/quotes-texts';
import { TickerTape } from './ticker-tape';
import { TrendColumn } from './trend-column';
import { ViewMenu } from './view-menu';
import { WatchlistMenu } from './watchlist-menu';
import { Watchlists } from './watchlists';

/** Width from which the board has its columns side by side, px. */
const WIDE_FROM = 520;

/** All quotes, or a watchlist, as a table: sorted, searched, grouped, each row alive by itself. */
@Component({
  selector: 'tw-quote-board',
  imports: [
    AlertMenu,
    KeysSheet,
    LimitsMenu,
    QuoteFacts,
    QuoteRow,
    RowsInView,
    TickerTape,
    TrendColumn,
    ViewMenu,
    WatchlistMenu,
  ],
  templateUrl: './quote-board.html',
  styleUrl: './quote-board.css',
  host: { '(document:keydown)': 'press.pressAnywhere($event)' },
})
export class QuoteBoard {
  private readonly live = inject(Live);
  private readonly book = inject(QuoteBook);
  private readonly router = inject(Router);
  private readonly formats = injectFormats();
  private readonly rowsInView = viewChild(RowsInView);
  private readonly alertMenu = viewChild.required(AlertMenu);
  private readonly finder = viewChild.required<ElementRef<HTMLInputElement>>('finder');
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  private readonly calm = injectMediaMatches('(prefers-reduced-motion: reduce)');

  protected readonly lists = inject(Watchlists);
  protected readonly view = inject(BoardView);
  protected readonly texts = injectTexts(quotesTexts);
  protected readonly longNames = computed((): Readonly<Record<string, string>> => this.texts().longColumns);
  protected readonly said = signal('');
  /** The symbol whose facts are open. */
  protected readonly pinned = signal<Key | undefined>(undefined);
  private readonly hovered = signal<Key | undefined>(undefined);
  protected readonly facts = computed(() => this.pinned() ?? this.hovered());
  protected readonly sheetOpen = signal(false);
  protected readonly health = this.live.health;
  protected readonly known = computed(() => [...this.book.keys()].sort());
  protected readonly arrived = this.book.arrived;

  private readonly width = computed(() => this.rowsInView()?.width() ?? 0);
  protected readonly compact = computed(() => this.width() > 0 && this.width() < WIDE_FROM);
  protected readonly columns = computed(() =>
    this.compact() ? COMPACT : fitting(this.view.columns(), (this.width() || Infinity) - 2 * PADDING),
  );
  protected readonly tracks = computed(() =>
    this.compact() ? 'minmax(0, 1fr) 96px 96px' : tracks(this.columns(), this.width()),
  );
  protected readonly rowHeight = computed(() => this.rowsInView()?.row() ?? 0);
  /** Place of the column of trends among the board's, from 1; 0 when it is not shown. */
  protected readonly trendColumn = computed(() =>
    this.compact() ? 2 : 1 + this.columns().findIndex(({ id }) => id === 'spark'),
  );
  protected readonly sizes = computed(() => withSizes(this.width()));
  protected readonly taped = computed(() => this.view.tape(this.compact()) && !this.calm());

  private readonly list = injectBoardList();
  protected readonly order = this.list.order;
  protected readonly search = this.list.search;
  protected readonly items = this.list.items;
  protected readonly keys = this.list.keys;
  protected readonly count = computed(() =>
    this.texts().count(
      this.formats().count(this.keys().length),
      this.formats().count(this.list.members().length),
    ),
  );
  private readonly chosen = signal<Key | undefined>(undefined);
  /** The row that Tab comes to. */
  protected readonly current = computed(() => {
    const [chosen, keys] = [this.chosen(), this.keys()];
    return chosen !== undefined && keys.includes(chosen) ? chosen : keys[0];
  });

  private readonly inView = computed(() => {
    const span = this.rowsInView()?.span();
    const items = this.items().slice(span?.from, span?.to);
    return items.flatMap((item) => (item.type === 'quote' ? [item.key] : []));
  });
  private readonly rows = injectAskedRows({
    inView: this.inView,
    // An order that moves with the prices needs every price.
    all: computed(() => (isMoving(this.order().column) ? this.keys() : undefined)),
  });
  private readonly asked = computed(() => new Set(this.rows.asked() ?? this.book.keys()));
  private readonly savingFormat = injectSavingFormat();
  protected readonly saving = computed(() => {
    const saving = this.rows.saving();
    if (!saving) return undefined;
    const { share, bytes } = this.savingFormat(saving);
    // Nothing is estimated before some seconds were measured.
    return saving.bytesPerSecond === 0 ? this.texts().asked(share) : this.texts().saved(share, bytes);
  });

  protected readonly press = boardKeys({
    keys: this.keys,
    singleKeys: this.view.singleKeys,
    moveTo: (key) => this.moveTo(key),
    open: (key) => this.open(key),
    star: (key) => this.star(key),
    pin: (key) => this.pin(key),
    alert: (key) => this.alertMenu().openFor(key),
    group: () => this.view.group(!this.view.grouped()),
    find: () => this.finder().nativeElement.focus(),
    clear: () => this.clear(),
    showKeys: () => this.sheetOpen.set(true),
  });

  protected sortableColumn(id: string): SortColumn | undefined {
    return sortable(id);
  }

  protected isAsked(key: Key): boolean {
    return this.asked().has(key);
  }

  protected sort(column: SortColumn): void {
    this.order.set(pressed(this.order(), column));
  }

  protected find(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search.set(event.target.value);
  }

  protected clear(): void {
    this.search.set('');
  }

  protected direction(column: string): Order['direction'] | null {
    return this.order().column === column ? this.order().direction : null;
  }

  protected star(key: Key): void {
    const { list, added } = this.lists.toggle(key, this.texts().lists.first);
    const { lists } = this.texts();
    this.said.set(added ? lists.added(key, list) : lists.dropped(key, list));
  }

  protected choose(event: Event): void {
    this.chosen.set(symbolAt(event) ?? this.chosen());
  }

  protected click(event: MouseEvent): void {
    const key = symbolAt(event);
    if (!key || !(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    if (event.target.closest('.open')) {
      event.preventDefault();
      this.open(key);
    } else if (event.target.closest('.age')) this.pin(key);
  }

  protected hover(event: PointerEvent): void {
    const over =
      event.target instanceof Element && event.target.closest('.age') && event.pointerType === 'mouse';
    this.hovered.set(over ? symbolAt(event) : undefined);
  }

  protected unhover(): void {
    this.hovered.set(undefined);
  }

  private pin(key: Key | undefined): void {
    this.pinned.update((open) => (open === key ? undefined : key));
  }

  private moveTo(key: Key): void {
    this.chosen.set(key);
    const row = this.body().nativeElement.querySelector<HTMLElement>(`[data-symbol="${CSS.escape(key)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  private open(key: Key): void {
    void this.router.navigate(['/symbol', key]);
  }
}

const PADDING = 8;

const COMPACT = fitting(new Set(['symbol', 'name', 'spark', 'last', 'percent', 'age']), Infinity);
