import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { intervals, isIndex, isInterval, vwap, type Interval } from '@tickway/market';
import { isKey, type Filter, type Key } from '@tickway/protocol';
import { setQuery } from '../address/set-query';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live, topics } from '../live/live';
import { moved } from '../quotes/moved';
import { QuoteBook } from '../quotes/quote-book';
import { indexKeys, quoteLine } from '../quotes/quote-line';
import { BarTable } from './chart/bar-table';
import { CandleChart } from './chart/candle-chart';
import { lineNames, type LineName } from './chart/points';
import { DayFigures } from './day-figures';
import { DepthLadder } from './depth-ladder';
import { SymbolTrades } from './symbol-trades';
import { symbolView, turned } from './symbol-view';
import { symbolTexts } from './texts/symbol-texts';
import { ofIndex, ofTrades } from './trades/telling';
import { TimeSales } from './time-sales';

/** What of the address is this page's alone. */
const leaving = { interval: null, lines: null };

const parts = ['chart', 'depth', 'trades', 'day'] as const;
type Part = (typeof parts)[number];

/** One symbol: its quote, its chart from history into live, its order book, its trades and its day. */
@Component({
  selector: 'tw-symbol-page',
  imports: [BarTable, CandleChart, DayFigures, DepthLadder, RouterLink, TimeSales],
  providers: [SymbolTrades],
  templateUrl: './symbol-page.html',
  styleUrl: './symbol-page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class SymbolPage {
  private readonly live = inject(Live);
  private readonly book = inject(QuoteBook);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly params = toSignal(this.route.paramMap, { requireSync: true });
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });

  protected readonly stream = inject(SymbolTrades);
  protected readonly texts = injectTexts(symbolTexts);
  protected readonly figures = injectFigures();
  protected readonly formats = injectFormats();
  protected readonly parts = parts;
  protected readonly part = signal<Part>('chart');
  protected readonly intervals = Object.keys(intervals).filter(isInterval);
  protected readonly health = this.live.health;
  protected readonly leaving = leaving;

  protected readonly name = computed(() => this.params().get('symbol') ?? '');
  protected readonly symbol = computed((): Key | undefined => {
    const name = this.name();
    return isKey(name) ? name : undefined;
  });
  private readonly view = computed(() => symbolView(this.query()));
  protected readonly interval = computed(() => this.view().interval);
  protected readonly lines = computed(() => this.view().lines);

  protected readonly line = computed(() => {
    const symbol = this.symbol();
    const known = symbol && this.book.row(symbol);
    return known && quoteLine(symbol, known);
  });
  /** Why there is nothing to show, if there is nothing. */
  protected readonly nothing = computed(() => {
    if (this.line()) return undefined;
    const { loading, noFeed, unknown } = this.texts();
    if (!this.book.arrived()) return loading;
    return this.book.keys().length === 0 ? noFeed : unknown(this.name());
  });
  protected readonly isIndex = computed(() => {
    const line = this.line();
    return line !== undefined && isIndex(line);
  });
  /** An index has no volume to weigh its prices by. */
  protected readonly lineNames = computed(() =>
    lineNames.filter((name) => name !== 'vwap' || !this.isIndex()),
  );
  protected readonly age = computed(() => {
    const line = this.line();
    return line && this.figures().age(this.live.serverTime() - line.at);
  });
  protected readonly day = computed(() => moved(0, this.line()?.change));
  protected readonly dayVwap = computed(() => {
    const bar = this.stream.day();
    return bar && vwap(bar);
  });
  protected readonly beside = computed(() => {
    const keys = [...this.book.keys()].sort();
    const [symbol, count] = [this.symbol(), keys.length];
    const here = symbol ? keys.indexOf(symbol) : -1;
    return here < 0 || count < 2
      ? undefined
      : { previous: keys[(here + count - 1) % count], next: keys[(here + 1) % count] };
  });
  protected readonly audit = computed(() => {
    const { live, missing, double } = this.stream.counts();
    const { count } = this.formats();
    const { audit, auditPast, auditIndex } = this.texts().chart;
    if (this.isIndex()) return auditIndex(count(live));
    return (this.live.replayed() ? auditPast : audit)(count(live), count(missing), count(double));
  });
  protected readonly beginning = computed(() => {
    const { beginning, beginningPast } = this.texts().chart;
    return (this.live.replayed() ? beginningPast : beginning)[this.stream.beginning()];
  });
  protected readonly titles = computed((): Readonly<Record<LineName, string>> => {
    const { vwapTitle, fastTitle, slowTitle } = this.texts().chart;
    return { vwap: vwapTitle, fast: fastTitle, slow: slowTitle };
  });
  protected readonly summary = computed(() => {
    const bars = this.stream.bars();
    return this.texts().chart.summary(
      this.formats().count(bars.length),
      this.figures().price(bars.at(-1)?.close),
    );
  });

  constructor() {
    const own = computed(() => ({ keys: [this.symbol()].filter((key) => key !== undefined) }));
    this.live.need(topics.trades, own);
    this.live.need(topics.depth, own);
    // At first all quotes are asked for once: that is how the page learns which symbols there are beside this one.
    this.live.need(
      topics.quotes,
      computed((): Filter | undefined => {
        if (!this.book.arrived() || this.book.keys().length < 2) return undefined;
        return { keys: [...own().keys, ...indexKeys(this.book)] };
      }),
    );
    effect(() => {
      const telling = this.isIndex() ? ofIndex : ofTrades;
      const wish = { key: this.symbol(), telling, interval: this.interval() };
      untracked(() => this.stream.follow(wish));
    });
  }

  protected choose(interval: Interval): void {
    this.say({ interval });
  }

  protected turn(name: LineName): void {
    this.say({ lines: turned(this.lines(), name).join() });
  }

  protected press(event: KeyboardEvent): void {
    if (isForOthers(event)) return;
    switch (event.key) {
      case 'Escape':
        return this.leave();
      case '[':
        return this.open(this.beside()?.previous);
      case ']':
        return this.open(this.beside()?.next);
    }
  }

  private leave(): void {
    void this.router.navigate(['/quotes'], { queryParams: leaving, queryParamsHandling: 'merge' });
  }

  private open(symbol: Key | undefined): void {
    if (symbol) void this.router.navigate(['/symbol', symbol]);
  }

  private say(queryParams: Readonly<Record<string, string>>): void {
    void setQuery(this.router, queryParams, { replaceUrl: true });
  }
}

/** Whether a key was meant for something else: a field, an open dialog, the browser. */
const isForOthers = ({ target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  defaultPrevented ||
  [ctrlKey, metaKey, altKey].includes(true) ||
  (target instanceof HTMLElement && target.matches('input, select, textarea, dialog *'));
