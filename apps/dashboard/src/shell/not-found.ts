import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

/** What an address without a page shows. */
@Component({
  selector: 'tw-not-found',
  imports: [RouterLink],
  template: `
    <h1>{{ texts().notFound.title }}</h1>
    <a routerLink="/">{{ texts().notFound.back }}</a>
  `,
  styles: `
    :host {
      display: grid;
      place-content: center;
      gap: var(--space-2);
      text-align: center;
    }
    h1 {
      font-size: var(--text-l);
    }
  `,
})
export class NotFound {
  protected readonly texts = injectTexts(shellTexts);
}
