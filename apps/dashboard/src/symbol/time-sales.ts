import { Component, computed, input, linkedSignal, signal } from '@angular/core';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import type { ToldTrade } from './trades/told-trade';
import { symbolTexts } from './texts/symbol-texts';

/** Rows shown, newest first. */
const MOST = 100;

/** Every trade of a symbol, newest first; stands still under the pointer, while it has the focus, and when paused. */
@Component({
  selector: 'tw-time-sales',
  templateUrl: './time-sales.html',
  styleUrl: './time-sales.css',
})
export class TimeSales {
  /** Oldest first. */
  readonly trades = input.required<readonly ToldTrade[]>();

  protected readonly texts = injectTexts(symbolTexts);
  protected readonly figures = injectFigures();
  protected readonly formats = injectFormats();
  protected readonly paused = signal(false);
  protected readonly held = signal(false);
  protected readonly still = computed(() => this.paused() || this.held());
  private readonly shown = linkedSignal<
    { readonly trades: readonly ToldTrade[]; readonly still: boolean },
    readonly ToldTrade[]
  >({
    source: () => ({ trades: this.trades(), still: this.still() }),
    computation: ({ trades, still }, before) =>
      still && before && trades.length > 0 && before.value.length > 0 ? before.value : trades,
  });
  protected readonly rows = computed(() => this.shown().slice(-MOST).reverse());
  protected readonly fresh = computed(() =>
    Math.max(0, (this.trades().at(-1)?.revision ?? 0) - (this.shown().at(-1)?.revision ?? 0)),
  );

  protected pause(): void {
    this.paused.update((paused) => !paused);
  }
}
