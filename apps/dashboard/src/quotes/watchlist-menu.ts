import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Menu } from '../shell/menu';
import { quotesTexts } from './texts/quotes-texts';
import { Watchlists } from './watchlists';

/** The watchlists: which one is looked at, and their making, naming, deleting and sharing. */
@Component({
  selector: 'tw-watchlist-menu',
  imports: [Menu],
  templateUrl: './watchlist-menu.html',
  styleUrl: './menu-form.css',
})
export class WatchlistMenu {
  private readonly window = inject(DOCUMENT).defaultView;

  protected readonly lists = inject(Watchlists);
  protected readonly texts = injectTexts(quotesTexts);
  protected readonly formats = injectFormats();
  protected readonly copied = signal(false);

  /** The name looked at, as it stands on the button. */
  protected name(): string {
    const active = this.lists.active();
    return active ? active.name || this.texts().lists.linked : this.texts().lists.all;
  }

  protected make(field: HTMLInputElement): void {
    const name = field.value.trim();
    if (name !== '') this.lists.make(name);
    field.value = '';
  }

  protected rename(from: string, field: HTMLInputElement): void {
    const to = field.value.trim();
    if (to !== '') this.lists.rename(from, to);
    field.value = '';
  }

  protected keep(): void {
    const active = this.lists.active();
    if (active) this.lists.make(this.name(), active.symbols);
  }

  protected async copy(): Promise<void> {
    try {
      await this.window?.navigator.clipboard.writeText(this.lists.link(this.window.location.origin));
      this.copied.set(true);
    } catch {
      // NotAllowedError where the browser lets nobody write there: the address bar then shows the link.
      this.lists.spellOut();
    }
  }
}
