import { DestroyRef, DOCUMENT, inject, Service, signal, untracked } from '@angular/core';
import type { Bar, BarSeries, Interval } from '@tickway/market';
import type { Key, Received } from '@tickway/protocol';
import { Observable, Subscription, switchMap, timer } from 'rxjs';
import { Live } from '../live/live';
import { LiveTape, type TapeCounts } from './trades/live-tape';
import { LOAD_PAST, type SymbolPast } from './trades/load-past';
import { mergeTold } from './trades/merge-told';
import { goOn, type Past } from './trades/past';
import { ofTrades, type Telling } from './trades/telling';
import { isTrade, type Told, type ToldTrade } from './trades/told-trade';

/** Trades shown in the list. */
const MOST_TRADES = 200;
/** Until history is asked again when it is behind, and when it is off, ms. */
const [BEHIND_MS, OFF_MS] = [500, 15_000];
/** History is behind for a moment, or something is wrong with it: then the chart begins now. */
const MOST_BEHIND = 6;

/** What the chart begins with: what history tells, or (`off`) the first trade that comes, as there is no history. */
export type Beginning = 'loading' | 'joined' | 'off';

/** What a symbol's trades are asked for. */
export interface TradesWish {
  readonly key: Key | undefined;
  /** What its bars are made of. */
  readonly telling: Telling;
  readonly interval: Interval;
}

const NO_COUNTS: TapeCounts = { live: 0, missing: 0, double: 0 };

/**
 * A symbol's trades as bars and as a list: what history tells, gone on with by what the page shows, be it live or a
 * replay. Signals are written at most once an animation frame.
 */
@Service({ autoProvided: false })
export class SymbolTrades {
  private readonly live = inject(Live);
  private readonly load = inject(LOAD_PAST);
  private readonly window = inject(DOCUMENT).defaultView;
  private wish: TradesWish = { key: undefined, telling: ofTrades, interval: '5s' };
  private tape: LiveTape | undefined;
  private told: readonly Told[] = [];
  private chart: Past | undefined;
  private today: Past | undefined;
  private asking = Subscription.EMPTY;
  private behind = 0;
  private frame = 0;

  private readonly stateNow = signal<Beginning>('loading');
  private readonly barsNow = signal<BarSeries>([]);
  private readonly dayNow = signal<Bar | undefined>(undefined);
  private readonly tradesNow = signal<readonly ToldTrade[]>([]);
  private readonly countsNow = signal<TapeCounts>(NO_COUNTS);

  readonly beginning = this.stateNow.asReadonly();
  /** Bars of the wished interval, oldest first. */
  readonly bars = this.barsNow.asReadonly();
  /** The bar of the day; `undefined` without history. */
  readonly day = this.dayNow.asReadonly();
  /** The last trades, oldest first. */
  readonly trades = this.tradesNow.asReadonly();
  readonly counts = this.countsNow.asReadonly();

  constructor() {
    const heard = this.live.frames.subscribe((frame) => this.hear(frame));
    // The present and each moment that is sought are stories of their own: no chart is gone on with by another's trades.
    const begun = this.live.begin.subscribe(() => this.beginSymbol());
    inject(DestroyRef).onDestroy(() => {
      heard.unsubscribe();
      begun.unsubscribe();
      this.asking.unsubscribe();
      this.window?.cancelAnimationFrame(this.frame);
    });
  }

  /** Follows another symbol, or the same in other bars. */
  follow(wish: TradesWish): void {
    const another = wish.key !== this.wish.key || wish.telling !== this.wish.telling;
    this.wish = wish;
    if (another) this.beginSymbol();
    else this.beginChart();
  }

  private beginSymbol(): void {
    this.tape = this.wish.key && new LiveTape(this.wish.key, this.wish.telling);
    this.told = [];
    this.today = undefined;
    this.dayNow.set(undefined);
    this.tradesNow.set([]);
    this.countsNow.set(NO_COUNTS);
    this.beginChart();
  }

  private beginChart(): void {
    this.chart = undefined;
    this.behind = 0;
    this.barsNow.set([]);
    this.asking.unsubscribe();
    this.stateNow.set('loading');
    this.ask(0);
  }

  private ask(afterMs: number): void {
    this.asking.unsubscribe();
    const { key, telling, interval } = this.wish;
    if (!key) return;
    const asked = new Observable<SymbolPast | 'behind'>((answer) => {
      const leaving = new AbortController();
      const at = untracked(this.live.replayed) ? this.live.serverNow() : undefined;
      this.load({ key, telling, interval, at, now: this.live.presentNow(), signal: leaving.signal }).then(
        (past) => answer.next(past),
        (error: unknown) => answer.error(error),
      );
      return () => leaving.abort();
    });
    this.asking = timer(afterMs)
      .pipe(switchMap(() => asked))
      // A network fault, or the server says that history is off: it may come back.
      .subscribe({ next: (past) => this.take(past), error: () => this.beginNow() });
  }

  private take(past: SymbolPast | 'behind'): void {
    if (past === 'behind') return this.askAgain();
    this.chart = past.chart;
    this.today = past.day;
    this.told = past.told;
    if (this.goOn()) {
      this.behind = 0;
      this.stateNow.set('joined');
      this.drawSoon();
    }
  }

  private askAgain(): void {
    this.chart = undefined;
    this.behind++;
    if (this.behind > MOST_BEHIND) this.beginNow();
    else this.ask(BEHIND_MS);
  }

  private beginNow(): void {
    this.stateNow.set('off');
    this.ask(OFF_MS);
    this.drawSoon();
  }

  private hear(frame: Received): void {
    if (!('topic' in frame) || frame.topic !== this.wish.telling.topic) return;
    this.tape?.hear(frame);
    this.drawSoon();
  }

  private drawSoon(): void {
    this.frame ||= this.window?.requestAnimationFrame(() => this.draw()) ?? 0;
  }

  private draw(): void {
    this.frame = 0;
    if (this.stateNow() === 'off') this.chart ??= this.pastFromHere();
    if (this.goOn()) this.write();
  }

  private write(): void {
    if (this.chart) this.barsNow.set(this.chart.bars);
    this.dayNow.set(this.today?.bars.at(-1));
    this.tradesNow.set(mergeTold(this.told, this.tape?.told ?? [], MOST_TRADES).filter(isTrade));
    this.countsNow.set(this.tape?.counts ?? NO_COUNTS);
  }

  /** Folds the live trades in; whether that could be done. */
  private goOn(): boolean {
    const next = this.after(this.chart, this.wish.interval);
    const day = this.after(this.today, '1d');
    this.today = day === 'hole' ? undefined : day;
    if (next === 'hole') this.askAfterHole();
    else this.chart = next;
    return next !== 'hole';
  }

  private after(past: Past | undefined, interval: Interval): Past | 'hole' | undefined {
    const { epoch, told = [] } = this.tape ?? {};
    if (!past || epoch === undefined) return past;
    return epoch === past.epoch ? goOn(interval, this.wish.telling)(past, told) : 'hole';
  }

  private askAfterHole(): void {
    if (this.stateNow() === 'joined') this.stateNow.set('loading');
    if (this.stateNow() === 'loading') return this.askAgain();
    this.chart = undefined;
    this.ask(OFF_MS);
    this.drawSoon();
  }

  /** Nothing before the first trade that the tape holds. */
  private pastFromHere(): Past | undefined {
    const { epoch, told: [first] = [] } = this.tape ?? {};
    return epoch !== undefined && first ? { epoch, upTo: first.revision - 1, bars: [] } : undefined;
  }
}
