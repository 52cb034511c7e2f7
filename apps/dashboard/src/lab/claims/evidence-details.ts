import { Component, input, signal } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { CopyCommand } from '../runs/copy-command';
import { cardTexts } from './card-texts';
import type { KnownMeasurement } from './standing';

/** How something was measured, and all its figures; in the lab's words, when it is opened. */
@Component({
  selector: 'tw-evidence-details',
  imports: [CopyCommand],
  template: `
    <details #box (toggle)="open.set(box.open)">
      <summary>{{ texts().more }}: {{ measurement().name }}</summary>
      @if (open()) {
        <div class="words">
          <p>
            <b>{{ texts().prediction }}</b> <span lang="en">{{ measurement().prediction }}</span>
          </p>
          <p>
            <b>{{ texts().method }}</b> <span lang="en">{{ measurement().method }}</span>
          </p>
          @for (table of measurement().finding.tables; track table.title) {
            <div class="scroll" lang="en" tabindex="0" role="group" [attr.aria-label]="table.title">
              <table>
                <caption>
                  {{
                    table.title
                  }}
                </caption>
                <thead>
                  <tr>
                    @for (head of table.head; track $index) {
                      <th scope="col">{{ head }}</th>
                    }
                  </tr>
                </thead>
                <tbody>
                  @for (row of table.rows; track $index) {
                    <tr>
                      @for (cell of row; track $index) {
                        <td>{{ cell }}</td>
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
      border-bottom: 1px solid var(--line);
      font-weight: 400;
    }
    th:first-child,
    td:first-child {
      text-align: left;
    }
  `,
})
export class EvidenceDetails {
  readonly measurement = input.required<KnownMeasurement>();

  protected readonly texts = injectTexts(cardTexts);
  protected readonly open = signal(false);
}
