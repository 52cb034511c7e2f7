import { Component, computed, inject, input, untracked } from '@angular/core';
import type { BarSeries } from '@tickway/market';
import { injectFigures } from '../../language/inject-figures';
import { injectTexts } from '../../language/inject-texts';
import { Live } from '../../live/live';
import { symbolTexts } from '../texts/symbol-texts';

/** Bars in the table. */
const MOST = 30;

/** The last bars as a table, for those who cannot see the chart; renewed once a second, so that it can be read. */
@Component({
  selector: 'tw-bar-table',
  template: `
    <table data-testid="bars">
      <caption>
        {{
          label()
        }}
      </caption>
      <thead>
        <tr>
          @for (name of names; track name) {
            <th scope="col">{{ texts().chart.columns[name] }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.start) {
          <tr>
            <th scope="row">
              <time [attr.datetime]="row.start">{{ row.time }}</time>
            </th>
            @for (figure of row.figures; track $index) {
              <td>{{ figure }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  host: { class: 'unseen' },
})
export class BarTable {
  private readonly live = inject(Live);
  private readonly figures = injectFigures();

  readonly bars = input.required<BarSeries>();
  readonly label = input.required<string>();

  protected readonly texts = injectTexts(symbolTexts);
  protected readonly names = ['time', 'open', 'high', 'low', 'close', 'volume', 'trades'] as const;
  private readonly second = computed(() => Math.floor(this.live.time() / 1000));
  protected readonly rows = computed(() => {
    this.second();
    const { price, size, moment } = this.figures();
    return untracked(this.bars)
      .slice(-MOST)
      .map(({ start, open, high, low, close, volume, trades }) => ({
        start: new Date(start).toISOString(),
        time: moment(start),
        figures: [...[open, high, low, close].map(price), size(volume), size(trades)],
      }));
  });
}
