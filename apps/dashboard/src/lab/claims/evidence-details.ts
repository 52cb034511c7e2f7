import { Component, computed, inject, input, signal } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { CopyCommand } from '../runs/copy-command';
import { cardTexts } from './card-texts';
import type { KnownMeasurement } from './standing';
import { toldIn } from './told-in';

/** How something was measured, and all its figures, when it is opened. */
@Component({
  selector: 'tw-evidence-details',
  imports: [CopyCommand],
  template: `
    <details #box (toggle)="open.set(box.open)">
      @let told = words();
      <summary>
        {{ texts().more }}: <span [attr.lang]="told.title.lang">{{ told.title.text }}</span>
      </summary>
      @if (open()) {
        <div class="words">
          <p>
            <b>{{ texts().prediction }}</b>
            <span [attr.lang]="told.prediction.lang">{{ told.prediction.text }}</span>
          </p>
          <p>
            <b>{{ texts().method }}</b> <span [attr.lang]="told.method.lang">{{ told.method.text }}</span>
          </p>
          @for (table of told.tables; track $index) {
            <div class="scroll" tabindex="0" role="group" [attr.aria-label]="table.title.text">
              <table>
                <caption [attr.lang]="table.title.lang">
                  {{
                    table.title.text
                  }}
                </caption>
                <thead>
                  <tr>
                    @for (head of table.head; track $index) {
                      <th scope="col" [attr.lang]="head.lang">{{ head.text }}</th>
                    }
                  </tr>
                </thead>
                <tbody>
                  @for (row of table.rows; track $index) {
                    <tr>
                      @for (cell of row; track $index) {
                        @if ($first) {
                          <th scope="row" [attr.lang]="cell.lang">{{ cell.text }}</th>
                        } @else {
                          <td [attr.lang]="cell.lang">{{ cell.text }}</td>
                        }
                      }
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
          <tw-copy-command [command]="measurement().about.command" />
        </div>
      }
    </details>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    summary {
      color: var(--text-soft);
      font-size: var(--text-s);
      cursor: pointer;
    }
    .words {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2);
      margin-top: var(--space-2);
      color: var(--text-soft);
      font-size: var(--text-s);
      line-height: 1.5;
    }
    b {
      margin-right: 4px;
      color: var(--text);
      font-weight: 600;
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
      font-size: var(--text-xs);
      font-variant-numeric: tabular-nums;
    }
    caption {
      color: var(--text);
      font-weight: 600;
      text-align: left;
    }
    th,
    td {
      padding: 2px 8px 2px 0;
      text-align: right;
      white-space: nowrap;
    }
    th {
      font-weight: 400;
    }
    thead th {
      border-bottom: 1px solid var(--line);
      vertical-align: bottom;
    }
    th:first-child,
    td:first-child {
      text-align: left;
    }
  `,
})
export class EvidenceDetails {
  readonly measurement = input.required<KnownMeasurement>();

  private readonly language = inject(Language);
  protected readonly texts = injectTexts(cardTexts);
  protected readonly words = computed(() => toldIn(this.language.code(), this.measurement()));
  protected readonly open = signal(false);
}
