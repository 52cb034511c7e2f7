import { Component, computed, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { laneInks } from '../draw/lane-inks';
import { labTexts } from '../texts/lab-texts';
import { figureGroups } from './figure-rows';
import { Race } from './race';

/** The race's figures: a column for each transport. */
@Component({
  selector: 'tw-race-table',
  template: `
    <div class="scroll" tabindex="0" role="group" [attr.aria-label]="texts().race.table">
      <table data-testid="race-table">
        <caption class="unseen">
          {{
            texts().race.table
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (lane of race.figures().lanes; track lane.transport) {
              <th scope="col" [style.--ink]="inks[lane.transport]">
                <span class="name">{{ lane.transport }}</span>
                <span
                  class="state"
                  [class.bad]="lane.status.state === 'waiting'"
                  [title]="lane.status.why ?? ''"
                  >{{ texts().connection[lane.status.state] }}</span
                >
              </th>
            }
          </tr>
        </thead>
        @for (group of groups(); track group.name) {
          <tbody>
            <tr class="group">
              <th scope="colgroup" [attr.colspan]="race.figures().lanes.length + 1">{{ group.name }}</th>
            </tr>
            @for (row of group.rows; track row.id) {
              <tr [class.alarming]="row.alarming" [attr.data-row]="row.id">
                <th scope="row" [title]="row.hint ?? ''">{{ row.name }}</th>
                @for (value of row.values; track $index) {
                  <td>{{ value }}</td>
                }
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
  styleUrls: ['../styles/figures-table.css', './race-table.css'],
})
export class RaceTable {
  protected readonly race = inject(Race);
  protected readonly texts = injectTexts(labTexts);
  private readonly formats = injectFormats();
  protected readonly inks = laneInks;
  protected readonly groups = computed(() =>
    figureGroups(this.race.figures(), {
      texts: this.texts(),
      formats: this.formats(),
      of: this.race.levers().of,
    }),
  );
}
