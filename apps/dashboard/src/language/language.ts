import { computed, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import type { LanguageCode } from './language-code';
import { languageOf } from './language-of';

const STORED = 'tickway.language';

/** The language of the page; `<html lang>` follows it. */
@Service()
export class Language {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView;
  private readonly router = inject(Router);
  private readonly stored = signal(this.read());
  private readonly search = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split('?')[1]?.split('#')[0] ?? ''),
    ),
    { initialValue: this.window?.location.search ?? '' },
  );

  /** The language now. */
  readonly code = computed<LanguageCode>(() =>
    languageOf({
      search: this.search(),
      stored: this.stored(),
      browser: this.window?.navigator.languages ?? [],
    }),
  );

  constructor() {
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
    if (new URLSearchParams(this.search()).has('lang'))
      void this.router.navigate([], {
        queryParams: { lang: null },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
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
