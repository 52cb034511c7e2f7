import { Component, computed, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { inspectorTexts } from './texts/inspector-texts';
import { wireLanes } from './wire-book';
import { wireInks } from './wire-inks';
import { WireReader } from './wire-reader';

/** What each lane has carried, by what it was. */
@Component({
  selector: 'tw-wire-sums',
  template: `
    <h2 id="wire-sums">{{ texts().sums.title }}</h2>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="wire-sums">
      <table data-testid="wire-sums">
        <thead>
          <tr>
            <th scope="col">{{ texts().sums.lane }}</th>
            <th scope="col">{{ texts().sums.requests }}</th>
            <th scope="col">{{ texts().sums.messages }}</th>
            <th scope="col">{{ texts().sums.framing }}</th>
            <th scope="col">{{ texts().sums.payload }}</th>
            <th scope="col">{{ texts().sums.share }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.lane) {
            <tr [attr.data-lane]="row.lane">
              <th scope="row"><span class="swatch" [style.background]="row.ink"></span>{{ row.name }}</th>
              @for (value of row.values; track $index) {
                <td>{{ value }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p>{{ note() }}</p>
  `,
  styleUrls: ['../styles/figures-table.css', '../styles/swatch.css', './wire-sums.css'],
})
export class WireSums {
  private readonly reader = inject(WireReader);
  protected readonly texts = injectTexts(inspectorTexts);
  private readonly formats = injectFormats();

  protected readonly rows = computed(() => {
    const [{ sums }, { bytes, count, percent }] = [this.reader.book(), this.formats()];
    return wireLanes.map((lane) => {
      const { requests = 0, messages = 0, framing = 0, payload = 0 } = sums.get(lane) ?? {};
      const share = framing + payload > 0 ? framing / (framing + payload) : undefined;
      return {
        ...{ lane, ink: wireInks[lane], name: lane === 'clock' ? this.texts().clock : lane },
        values: [count(requests), count(messages), bytes(framing), bytes(payload), percent(share)],
      };
    });
  });
  protected readonly note = computed(() => {
    const { beganAt, events } = this.reader.book();
    const over = (events.at(-1)?.at ?? 0) - (beganAt ?? events.at(-1)?.at ?? 0);
    return this.texts().sums.note(this.formats().duration(over));
  });
}
