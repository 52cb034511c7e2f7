import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import type { KeyedState } from '@tickway/client';
import { isKey, type Filter } from '@tickway/protocol';
import { geofenceWatch, positionOf, type Crossing } from '@tickway/tracking';
import { Announcer } from '../../alerts/announcer';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Live, topics } from '../../live/live';
import { en } from '../texts/en';
import { ko } from '../texts/ko';
import { atIntervals } from './at-intervals';
import { Geofences } from './geofences';
import { toldCrossing, type ToldCrossing } from './told-crossing';

/** How many are kept on the page, and how many are told at once. */
const [MOST, MOST_AT_ONCE] = [50, 3];

/** How often crossings are told at most, and how long they are shown, ms. */
const [REST_MS, SHOWN_MS] = [5000, 15_000];

/**
 * Who enters and leaves the viewer's geofences: watched as long as the page is open, on whichever of its pages and in a tab out of
 * sight too, asking only for the part of the map that they lie in. It is of the present, also while the page shows the past.
 */
@Service()
export class FenceWatch {
  private readonly live = inject(Live);
  private readonly fences = inject(Geofences);
  private readonly announcer = inject(Announcer);
  private readonly texts = injectTexts({ en, ko });
  private readonly formats = injectFormats();
  private readonly watch = geofenceWatch();
  private readonly told = signal<readonly ToldCrossing[]>([]);
  private readonly lately = signal<readonly ToldCrossing[]>([]);
  private readonly announce = atIntervals<ToldCrossing>(REST_MS, setTimeout, (all) => this.show(all));
  private state: KeyedState['state'] = new Map();
  private count = 0;

  /** All since the page was opened, newest first. */
  readonly crossings = this.told.asReadonly();
  /** Those of the last seconds that the viewer wants to be told of, newest first. */
  readonly latest = this.lately.asReadonly();

  constructor() {
    const nothing: Filter = { keys: [] };
    const filter = computed(() => (this.fences.all().length > 0 ? this.fences.filter() : nothing));
    effect(() => {
      this.watch.watch(this.fences.all());
      // Where everything is at this moment, so that already the next fix can tell of a crossing.
      for (const key of this.state.keys()) this.look(key);
    });
    this.live.watch(topics.positions, filter, (change) => this.see(change));
  }

  /** What happened, in a sentence. */
  sentence({ route, type, fence, latenessMs }: ToldCrossing): string {
    const { fences } = this.texts();
    return fences.told(`${route} ${fences[type](fence.name)}`, this.formats().duration(latenessMs));
  }

  /** Takes the latest out of sight. */
  clear(): void {
    this.lately.set([]);
  }

  private see({ state, changed, removed }: KeyedState): void {
    this.state = state;
    for (const key of removed) this.watch.forget(key);
    if (untracked(this.fences.all).length === 0) return;
    const fresh = changed.flatMap((key) => this.look(key));
    if (fresh.length === 0) return;
    this.told.update((before) => [...fresh.toReversed(), ...before].slice(0, MOST));
    this.announce(fresh.filter(({ fence }) => !this.fences.isQuiet(fence.id)));
  }

  private look(key: string): readonly ToldCrossing[] {
    const held = isKey(key) ? this.state.get(key) : undefined;
    const position = held && positionOf(held.fields);
    if (!held || !position) return [];
    const now = this.live.presentNow();
    const crossings: readonly Crossing[] = this.watch.see({ key, at: held.at, ...placeOf(position) });
    return crossings.map((one) => ({ ...toldCrossing(one, held, now), id: ++this.count }));
  }

  private show(all: readonly ToldCrossing[]): void {
    const newest = all.toReversed();
    this.lately.set(newest);
    setTimeout(() => this.lately.update((now) => (now === newest ? [] : now)), SHOWN_MS);
    this.announcer.tell(() => this.words(newest), 'geofence');
  }

  private words(newest: readonly ToldCrossing[]): string {
    const some = newest.slice(0, MOST_AT_ONCE).map((one) => this.sentence(one));
    const rest = newest.length - some.length;
    return [...some, ...(rest > 0 ? [this.texts().fences.more(this.formats().count(rest))] : [])].join(' ');
  }
}

const placeOf = ({ lat, lon }: { readonly lat: number; readonly lon: number }) => ({ lat, lon });
