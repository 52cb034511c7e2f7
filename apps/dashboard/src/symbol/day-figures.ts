import { Component, input } from '@angular/core';
import type { QuoteLine } from '../quotes/quote-line';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { symbolTexts } from './texts/symbol-texts';

/** A symbol's day in figures, and where in its range it stands now. */
@Component({
  selector: 'tw-day-figures',
  template: `
    @let words = texts().day;
    <h2 class="unseen">{{ words.title }}</h2>
    <dl>
      <div>
        <dt>{{ words.open }}</dt>
        <dd>{{ figures().price(line().open) }}</dd>
      </div>
      <div>
        <dt>{{ words.previousClose }}</dt>
        <dd>{{ figures().price(line().previousClose) }}</dd>
      </div>
      <div>
        <dt>{{ words.volume }}</dt>
        <dd>{{ figures().volume(line().volume) }}</dd>
      </div>
      <div>
        <dt [title]="words.vwapTitle">{{ words.vwap }}</dt>
        <dd>{{ figures().price(vwap()) }}</dd>
      </div>
    </dl>
    <div
      class="range"
      role="img"
      [attr.aria-label]="
        words.range(figures().price(line().low), figures().price(line().high), figures().price(line().last))
      "
    >
      <span>{{ words.low }} {{ figures().price(line().low) }}</span>
      <i>
        @if (line().place !== undefined) {
          <b [style.left.%]="100 * (line().place ?? 0)"></b>
        }
      </i>
      <span>{{ words.high }} {{ figures().price(line().high) }}</span>
    </div>
  `,
  styleUrl: './day-figures.css',
})
export class DayFigures {
  readonly line = input.required<QuoteLine>();
  /** Dollars; `undefined` when history does not know. */
  readonly vwap = input<number | undefined>();

  protected readonly texts = injectTexts(symbolTexts);
  protected readonly figures = injectFigures();
}
