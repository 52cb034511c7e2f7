import { computed, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { injectMediaMatches } from './inject-media-matches';

/** A look; the system's unless the viewer chose one on this device. */
export type Look = 'light' | 'dark';

const STORED = 'tickway.look';

/** Light or dark: follows the system until the viewer chooses, and remembers the choice on this device. */
@Service()
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly system = injectMediaMatches('(prefers-color-scheme: dark)');
  private readonly chosen = signal(this.stored());

  /** The look now. */
  readonly look = computed<Look>(() => this.chosen() ?? (this.system() ? 'dark' : 'light'));

  constructor() {
    effect(() => {
      const chosen = this.chosen();
      if (chosen) this.document.documentElement.dataset.look = chosen;
    });
  }

  /** Turns to the other look, and remembers it. */
  turn(): void {
    const look = this.look() === 'dark' ? 'light' : 'dark';
    this.chosen.set(look);
    try {
      this.document.defaultView?.localStorage.setItem(STORED, look);
    } catch {
      // SecurityError or QuotaExceededError where the browser keeps nothing: the choice then lasts until the page closes.
    }
  }

  private stored(): Look | undefined {
    try {
      const look = this.document.defaultView?.localStorage.getItem(STORED);
      return look === 'light' || look === 'dark' ? look : undefined;
    } catch {
      // SecurityError where the browser keeps nothing.
      return undefined;
    }
  }
}
