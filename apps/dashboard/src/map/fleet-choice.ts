import { computed, Service, signal } from '@angular/core';
import type { Key } from '@tickway/protocol';
import type { Bounds } from '@tickway/tracking';
import { askedView, type AskedView } from './asked-view';
import { firstView } from './first-view';
import { all, narrows, type Wanted } from './wanted';

/** What the viewer looks at, on the map and in the list beside it: both show and change the same. */
@Service()
export class FleetChoice {
  /** The vehicle that was chosen. */
  readonly selected = signal<Key | undefined>(undefined);
  /** Whether the map goes along with it. */
  readonly following = signal(false);
  readonly wanted = signal<Wanted>(all);
  readonly narrowed = computed(() => narrows(this.wanted()));
  /** What the map shows. */
  readonly view = signal<Bounds | undefined>(undefined);
  private readonly asked = signal<AskedView>(askedView(firstView, undefined));
  /** What is asked for: what the view shows, or everything while a vehicle is sought. */
  readonly filter = computed(() => (this.narrowed() ? undefined : this.asked().filter));

  /** Chooses a vehicle, or none. */
  select(key: Key | undefined): void {
    this.selected.set(key);
    if (key === undefined) this.following.set(false);
  }

  /** Told while the map moves: asks for what comes into view. */
  look(view: Bounds): void {
    this.asked.update((before) => askedView(view, before));
  }

  /** Told when the map has come to rest. */
  settle(view: Bounds): void {
    this.look(view);
    this.view.set(view);
  }
}
