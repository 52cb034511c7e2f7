import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { Filter, Key } from '@tickway/protocol';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Live, topics } from '../live/live';
import { moved } from './moved';
import { QuoteBook } from './quote-book';
import { quoteLine } from './quote-line';
import { quotesTexts } from './texts/quotes-texts';

/** Symbols on the tape: those that moved most, as many as it is worth asking for. */
const MOST = 14;
/** How often it is looked at which those are, ms. */
const CHOOSE_MS = 60_000;

/** What moved most, running by; it can be paused, and stands while the pointer or the focus is on it. */
@Component({
  selector: 'tw-ticker-tape',
  template: `
    <button
      type="button"
      [attr.aria-pressed]="paused()"
      [attr.aria-label]="paused() ? texts().tape.run : texts().tape.pause"
      [title]="paused() ? texts().tape.run : texts().tape.pause"
      (click)="paused.set(!paused())"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path [attr.d]="paused() ? 'M5 3l8 5-8 5z' : 'M4 3h3v10H4zM9 3h3v10H9z'" />
      </svg>
    </button>
    <div class="window" role="region" [attr.aria-label]="texts().tape.title">
      <div class="tape" [class.paused]="paused()">
        @for (copy of [false, true]; track copy) {
          <ul [attr.aria-hidden]="copy">
            @for (item of items(); track item.key) {
              <li>
                <b>{{ item.key }}</b> {{ figures().price(item.last) }}
                <span [class]="item.day">{{ figures().percent(item.percent) }}</span>
              </li>
            }
          </ul>
        }
      </div>
    </div>
  `,
  styleUrl: './ticker-tape.css',
})
export class TickerTape {
  private readonly live = inject(Live);
  private readonly book = inject(QuoteBook);

  /** The board's symbols. */
  readonly symbols = input.required<readonly Key[]>();

  protected readonly texts = injectTexts(quotesTexts);
  protected readonly figures = injectFigures();
  protected readonly paused = signal(false);

  private readonly asked = signal<readonly Key[]>([]);
  private readonly minute = computed(() => Math.floor(this.live.time() / CHOOSE_MS));
  private readonly chosen = computed(() => {
    this.minute();
    const keys = [...this.symbols()].sort();
    return untracked(() => this.lines(keys))
      .sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent))
      .slice(0, MOST)
      .map(({ key }) => key);
  });
  /** Written once a second: nobody reads faster what runs by. */
  protected readonly items = computed(() => {
    this.book.second();
    const chosen = this.chosen();
    return untracked(() => this.lines(chosen)).map((line) => ({ ...line, day: moved(0, line.change) }));
  });

  constructor() {
    this.live.need(
      topics.quotes,
      computed((): Filter => ({ keys: this.asked() })),
    );
    effect(() => this.asked.set(this.chosen()));
  }

  private lines(keys: readonly Key[]) {
    return keys.flatMap((key) => {
      const known = this.book.row(key);
      return (known && quoteLine(key, known)) ?? [];
    });
  }
}
