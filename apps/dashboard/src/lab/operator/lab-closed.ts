import { Component, inject } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { LabAbout } from './lab-about';
import { OperatorField } from './operator-field';
import { operatorTexts } from './operator-texts';

/** Why nothing can be run on this server, and what to do about it; nothing where it can. */
@Component({
  selector: 'tw-lab-closed',
  imports: [OperatorField],
  template: `
    @if (about.closed(); as why) {
      <section class="card" data-testid="lab-closed" role="status">
        <h3>{{ texts().closed[why].title }}</h3>
        <p>{{ texts().closed[why].todo }}</p>
        @if (why === 'not_local') {
          <tw-operator-field (said)="about.ask()" />
        } @else {
          <button type="button" (click)="about.ask()">{{ texts().again }}</button>
        }
      </section>
    }
  `,
  styleUrls: ['../styles/card.css', '../styles/button.css'],
  styles: `
    :host {
      display: contents;
    }
    .card {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
      border-left: 3px solid var(--warn);
    }
    h3 {
      margin: 0;
      font-size: var(--text-m);
    }
    p {
      max-width: 70ch;
      color: var(--text-soft);
      line-height: 1.5;
    }
  `,
})
export class LabClosed {
  protected readonly about = inject(LabAbout);
  protected readonly texts = injectTexts(operatorTexts);
}
