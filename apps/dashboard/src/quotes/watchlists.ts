import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Key } from '@tickway/protocol';
import { injectAddress } from '../address/inject-address';
import { setQuery } from '../address/set-query';
import { Device } from '../shell/device';
import { listInAddress, readLists, toggled, type Watchlist } from './watchlist';

/** The viewer's watchlists: kept on this device, the chosen one named in the address (`?list=`, or `?symbols=` in a link). */
@Service()
export class Watchlists {
  private readonly router = inject(Router);
  private readonly device = inject(Device);
  private readonly kept = signal(readLists(this.device.read('watchlists')));
  private readonly query = injectAddress();

  /** The lists on this device. */
  readonly lists = this.kept.asReadonly();
  private readonly linked = computed(() =>
    listInAddress(this.query().get('list'), this.query().get('symbols')),
  );
  /** The list looked at; `undefined` is all symbols. */
  readonly active = computed<Watchlist | undefined>(() => {
    const named = this.query().get('list');
    return this.linked() ?? this.kept().find(({ name }) => name === named);
  });
  /** Whether the list looked at came with a link and is not kept here. */
  readonly isLinked = computed(() => this.linked() !== undefined);
  /** The list that a star puts a symbol on: the one looked at, else the first. */
  readonly target = computed(() => (this.isLinked() ? undefined : this.active()) ?? this.kept()[0]);
  private readonly starred = computed(() => new Set(this.target()?.symbols));

  isStarred(symbol: Key): boolean {
    return this.starred().has(symbol);
  }

  /** Looks at a list on this device, or at all symbols. */
  choose(name: string | undefined): void {
    void setQuery(this.router, { list: name ?? null, symbols: null }, { replaceUrl: true });
  }

  /** Makes an empty list, or one of `symbols`, and looks at it. A list of that name is replaced. */
  make(name: string, symbols: readonly Key[] = []): void {
    this.keep([...this.kept().filter((list) => list.name !== name), { name, symbols }]);
    this.choose(name);
  }

  rename(from: string, to: string): void {
    const others = this.kept().filter(({ name }) => name !== to || name === from);
    this.keep(others.map((list) => (list.name === from ? { ...list, name: to } : list)));
    this.choose(to);
  }

  remove(name: string): void {
    this.keep(this.kept().filter((list) => list.name !== name));
    this.choose(undefined);
  }

  /** Puts a symbol on the target list, or takes it off; makes a list named `first` if there is none. */
  toggle(symbol: Key, first: string): { readonly list: string; readonly added: boolean } {
    const target = this.target() ?? { name: first, symbols: [] };
    const after = toggled(target, symbol);
    const isThere = this.kept().some(({ name }) => name === target.name);
    this.keep(
      isThere
        ? this.kept().map((list) => (list.name === target.name ? after : list))
        : [...this.kept(), after],
    );
    return { list: after.name, added: after.symbols.includes(symbol) };
  }

  /** An address that shows the list looked at on any device. */
  link(origin: string): string {
    const list = this.active();
    const tree = this.router.createUrlTree(['/quotes'], {
      queryParams: list ? { list: list.name, symbols: list.symbols.join() } : {},
      queryParamsHandling: 'replace',
    });
    return origin + this.router.serializeUrl(tree);
  }

  /** Spells the list looked at out in the address, as in a link. */
  spellOut(): void {
    void this.router.navigateByUrl(this.link(''));
  }

  private keep(lists: readonly Watchlist[]): void {
    this.kept.set(lists);
    this.device.write('watchlists', lists);
  }
}
