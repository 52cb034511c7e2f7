import { Component, computed, inject, input, output } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { QuoteBook } from './quote-book';
import { quoteLine } from './quote-line';
import { reasonFor } from './reason-for';
import { quotesTexts } from './texts/quotes-texts';

/** The last true value of a symbol, when it was, how many updates were merged on the way, and why it is old if it is. */
@Component({
  selector: 'tw-quote-facts',
  template: `
    @if (facts(); as facts) {
      <h3>{{ texts().facts.title(symbol()) }}</h3>
      <p [class.old]="facts.old">{{ facts.why }}</p>
      <dl>
        @for (row of facts.rows; track row[0]) {
          <div>
            <dt>{{ row[0] }}</dt>
            <dd>{{ row[1] }}</dd>
          </div>
        }
      </dl>
      <button type="button" [attr.aria-label]="texts().keys.close" (click)="closed.emit()">×</button>
    }
  `,
  styleUrl: './quote-facts.css',
  host: { role: 'group', '[attr.aria-label]': 'texts().facts.title(symbol())' },
})
export class QuoteFacts {
  private readonly live = inject(Live);
  private readonly book = inject(QuoteBook);
  private readonly figures = injectFigures();
  private readonly formats = injectFormats();

  readonly symbol = input.required<Key>();
  readonly asked = input(true);
  readonly closed = output();

  protected readonly texts = injectTexts(quotesTexts);
  protected readonly facts = computed(() => {
    const known = this.book.row(this.symbol());
    const line = known && quoteLine(this.symbol(), known);
    if (!line) return undefined;
    const ageMs = Math.max(0, this.live.serverTime() - known.at);
    const reason = reasonFor(this.live, {
      ...{ ageMs, state: line.state, asked: this.asked(), merged: known.mergedLast },
    });
    const { facts, reasons } = this.texts();
    const [{ price, age, moment }, { count }] = [this.figures(), this.formats()];
    const merged =
      known.mergedLast > 0
        ? `${count(known.merged)} (${facts.mergedLast(count(known.mergedLast))})`
        : count(known.merged);
    return {
      old: reason !== undefined,
      why: reason ? reasons[reason].long : facts.fresh,
      rows: [
        [facts.last, price(line.last)],
        [facts.at, moment(known.at)],
        [facts.age, age(ageMs)],
        [facts.revision, count(known.revision)],
        [facts.merged, merged],
        [facts.day, [line.low, line.open, line.high].map(price).join(' · ')],
      ] as const,
    };
  });
}
