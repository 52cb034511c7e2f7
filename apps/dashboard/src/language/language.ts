import { Location } from '@angular/common';
import { computed, DestroyRef, DOCUMENT, effect, inject, Injector, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../address/set-query';
import type { LanguageCode } from './language-code';
import { languageOf } from './language-of';

const STORED = 'tickway.language';

/** The language of the page; `<html lang>` follows it. */
@Service()
export class Language {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView;
  private readonly injector = inject(Injector);
  private readonly stored = signal(this.read());
  private readonly location = inject(Location);
  private readonly search = signal(queryOf(this.location.path()));

  /** The language now. */
  readonly code = computed<LanguageCode>(() =>
    languageOf({
      search: this.search(),
      stored: this.stored(),
      browser: this.window?.navigator.languages ?? [],
    }),
  );

  constructor() {
    const forget = this.location.onUrlChange((url) => this.search.set(queryOf(url)));
    inject(DestroyRef).onDestroy(forget);
    effect(() => (this.document.documentElement.lang = this.code()));
  }

  /** Remembers the viewer's choice on this device; an address that asks for another no longer does. */
  choose(code: LanguageCode): void {
    this.stored.set(code);
    try {
      this.window?.localStorage.setItem(STORED, code);
    } catch {
      // SecurityError or QuotaExceededError where the browser keeps nothing: the choice then lasts until the page closes.
    }
    // Asked for here and not at once: the router names the window by a strategy that speaks the page's language.
    if (new URLSearchParams(this.search()).has('lang'))
      void setQuery(this.injector.get(Router), { lang: null }, { replaceUrl: true });
  }

  private read(): string | null | undefined {
    try {
      return this.window?.localStorage.getItem(STORED);
    } catch {
      // SecurityError where the browser keeps nothing.
      return undefined;
    }
  }
}

const queryOf = (url: string): string => url.split('?')[1]?.split('#')[0] ?? '';
