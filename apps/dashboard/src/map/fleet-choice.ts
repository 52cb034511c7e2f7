import { computed, inject, linkedSignal, Service, signal, type WritableSignal } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { cellsOf, districtShapes, geofenceBounds, type Bounds, type District } from '@tickway/tracking';
import { injectAddressed } from '../address/inject-addressed';
import { SceneChoice, type SceneName } from '../shell/scene-choice';
import { askedView, CELLS, type AskedView } from './asked-view';
import { mapScenes } from './map-scene';
import { viewedIn, viewedParameters } from './viewed';
import { all, narrows, wanted, type Wanted } from './wanted';

/** How long a choice must stand before the address says it, ms: what is typed is not written letter by letter. */
const SETTLE_MS = 300;

/** What the viewer looks at, on the map and in the list beside it: both show and change the same. In another scene all begins anew. */
@Service()
export class FleetChoice {
  private readonly scene = inject(SceneChoice).shown;

  private readonly viewed = injectAddressed({
    read: viewedIn,
    write: viewedParameters,
    settleMs: SETTLE_MS,
  });

  /** The vehicle that was chosen. */
  readonly selected = computed(() => this.viewed().selected);
  /** Whether the map goes along with it. */
  readonly following = computed(() => this.viewed().following);
  /** Whether the list is there: a map without it must not hide vehicles by a wish that nobody sees. */
  readonly listed = signal(false);
  readonly wanted = computed(() => (this.listed() ? this.viewed().wanted : all));
  readonly narrowed = computed(() => narrows(this.wanted()));
  /** The districts of the base map, once it is there. */
  readonly districts = this.anew<readonly District[]>(() => []);
  /** Whether a vehicle is wanted. */
  readonly isWanted = computed(() => wanted(this.wanted(), this.districts()));
  /** What the map shows. */
  readonly view = this.anew<Bounds | undefined>(() => undefined);
  private readonly asked = this.anew<AskedView>((scene) => askedView(mapScenes[scene].firstView, undefined));
  private readonly borough = computed(() =>
    this.districts().find(({ name }) => name === this.wanted().borough),
  );
  /** What is asked for: what the view shows, or while a vehicle is sought everything, or all of the borough it is sought in. */
  readonly filter = computed(() => {
    const borough = this.borough();
    if (borough) return { cells: cellsOfDistrict(borough) };
    return this.narrowed() ? undefined : this.asked().filter;
  });

  /** Chooses a vehicle, or none. */
  select(key: Key | undefined): void {
    const following = key !== undefined && this.viewed().following;
    this.viewed.set({ ...this.viewed(), selected: key, following });
  }

  /** Has the map go along with the chosen vehicle, or no longer. */
  follow(following: boolean): void {
    if (following !== this.following()) this.viewed.set({ ...this.viewed(), following });
  }

  /** Seeks vehicles. */
  want(wanted: Wanted): void {
    this.viewed.set({ ...this.viewed(), wanted });
  }

  /** Whether the address seeks vehicles, with the list there or not. */
  isSeeking(): boolean {
    return narrows(this.viewed().wanted);
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

  /** A signal that is set back when another scene is shown. */
  private anew<T>(first: (scene: SceneName) => T): WritableSignal<T> {
    return linkedSignal<SceneName, T>({ source: this.scene, computation: first });
  }
}

function cellsOfDistrict(district: District): readonly string[] {
  const shapes = districtShapes(district);
  const most = Math.floor(CELLS / shapes.length);
  return [...new Set(shapes.flatMap((shape) => cellsOf(geofenceBounds(shape), { most })))];
}
