import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

/** Names the window after the page in the present language. A route's `title` is a page's name, or a title as it is. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly document = inject(DOCUMENT);
  private readonly texts = injectTexts(shellTexts);
  private readonly page = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const page = this.page();
      const { pages, product, notFound } = this.texts();
      const names = new Map<string, string>(Object.entries({ ...pages, 'not-found': notFound.title }));
      this.document.title = page ? `${names.get(page) ?? page} · ${product}` : product;
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.set(this.buildTitle(snapshot));
  }
}
