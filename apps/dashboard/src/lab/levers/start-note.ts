import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectTexts } from '../../language/inject-texts';
import { labTexts } from '../texts/lab-texts';

/** What a view says before there is a race, and the button that starts one. */
@Component({
  selector: 'tw-start-note',
  template: `
    <div class="note">
      <h2>{{ title() }}</h2>
      <p>{{ text() }}</p>
      @if (more(); as more) {
        <p class="more">{{ more }}</p>
      }
      <button type="button" (click)="start()">{{ texts().levers.start }}</button>
    </div>
  `,
  styles: `
    .note {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
      max-width: 460px;
      margin: 12vh auto 0;
      padding: 0 var(--space-4);
    }
    h2 {
      font-size: var(--text-l);
    }
    p {
      color: var(--text-soft);
    }
    .more {
      color: var(--text-faint);
      font-size: var(--text-s);
    }
    button {
      height: 34px;
      padding: 0 16px;
      border: 0;
      border-radius: var(--radius-m);
      background: var(--accent);
      color: var(--surface);
      font-weight: 600;
    }
  `,
})
export class StartNote {
  private readonly router = inject(Router);

  readonly title = input.required<string>();
  readonly text = input.required<string>();
  readonly more = input<string>();

  protected readonly texts = injectTexts(labTexts);

  protected start(): void {
    void setQuery(this.router, { run: '1' }, { replaceUrl: true });
  }
}
