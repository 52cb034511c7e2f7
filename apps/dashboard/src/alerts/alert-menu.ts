import { Component, computed, inject, input, signal, untracked, viewChild } from '@angular/core';
import { isKey, type Key } from '@tickway/protocol';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { QuoteBook } from '../quotes/quote-book';
import { Menu } from '../shell/menu';
import type { Alert } from './alert';
import { AlertWays } from './alert-ways';
import { Alerts } from './alerts';
import { Announcer } from './announcer';
import { alertTexts } from './texts/alert-texts';

const kinds = ['above', 'below', 'move'] as const;

/** The alerts that wait and those that came true, a form for a new one, and how they are told. */
@Component({
  selector: 'tw-alert-menu',
  imports: [AlertWays, Menu],
  templateUrl: './alert-menu.html',
  styleUrl: './alert-menu.css',
})
export class AlertMenu {
  private readonly book = inject(QuoteBook);
  private readonly menu = viewChild.required(Menu);
  private readonly figures = injectFigures();
  private readonly formats = injectFormats();

  /** The symbol that a new alert is of unless another is chosen. */
  readonly symbol = input<Key>();
  readonly symbols = input.required<readonly Key[]>();

  protected readonly alerts = inject(Alerts);
  protected readonly announcer = inject(Announcer);
  protected readonly texts = injectTexts(alertTexts);
  protected readonly kinds = kinds;
  /** A price of the past is none to set an alert of the present by. */
  protected readonly replayed = inject(Live).replayed;
  protected readonly kind = signal<Alert['kind']>('above');
  private readonly picked = signal<Key | undefined>(undefined);
  protected readonly chosen = computed(() => this.picked() ?? this.symbol());
  /** What is proposed: the present price, or one per cent. */
  protected readonly proposed = computed(() => {
    const chosen = this.chosen();
    // Only when another symbol or kind is chosen: what the viewer writes is not to be written over by a tick.
    return this.kind() === 'move' ? '1' : untracked(() => this.lastOf(chosen))?.toFixed(2);
  });

  /** Opens the form for a symbol. */
  openFor(symbol: Key): void {
    this.picked.set(symbol);
    this.menu().open.set(true);
  }

  protected pick(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : undefined;
    this.picked.set(isKey(value) ? value : undefined);
  }

  protected pickKind(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.kind.set(kinds.find((kind) => kind === value) ?? 'above');
  }

  protected add(event: Event, value: number): void {
    event.preventDefault();
    const symbol = this.chosen();
    const from = this.lastOf(symbol);
    if (!symbol || from === undefined || !(value > 0)) return;
    this.alerts.add({ symbol, kind: this.kind(), value, from });
  }

  protected sentence({ symbol, kind, value, from }: Alert): string {
    const { price } = this.figures();
    const written =
      kind === 'move' ? this.formats().number(value, Number.isInteger(value) ? 0 : 2) : price(value);
    return this.texts().waiting[kind](symbol, written, price(from));
  }

  private lastOf(symbol: Key | undefined): number | undefined {
    const last = symbol && this.book.row(symbol)?.fields.last;
    return typeof last === 'number' ? last : undefined;
  }
}
