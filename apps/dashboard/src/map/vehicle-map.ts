import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Key } from '@tickway/protocol';
import { positionOf, type Bounds, type Place } from '@tickway/tracking';
import { injectAddressed } from '../address/inject-addressed';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { injectMediaMatches } from '../shell/inject-media-matches';
import { Theme } from '../shell/theme';
import { cardPlace } from './card-place';
import { CityMap } from './city-map';
import type { Drawn } from './draw-fleet';
import { Geofences } from './fences/geofences';
import { FleetChoice } from './fleet-choice';
import { injectSaving } from './inject-saving';
import { injectTrailOfBefore } from './inject-trail-of-before';
import { loadBaseMap } from './load-base-map';
import { placeIn, placeText } from './map-place';
import { injectMapScene, injectVehicles } from './map-scene';
import { paletteOf } from './palette';
import { SceneSwitch } from './scene-switch';
import { seekFollowed } from './seek-followed';
import { en } from './texts/en';
import { ko } from './texts/ko';
import { TileChoice } from './tiles/tile-choice';
import { VehicleCard } from './vehicle-card';

/** How long the map must rest before the address says where it is, ms. */
const REST_MS = 500;

/** All vehicles over the offline base map; the one under the pointer, or tapped, tells about itself. */
@Component({
  selector: 'tw-vehicle-map',
  imports: [SceneSwitch, VehicleCard],
  templateUrl: './vehicle-map.html',
  styleUrl: './vehicle-map.css',
  host: { '(keydown.escape)': 'release()' },
})
export class VehicleMap {
  private readonly live = inject(Live);
  private readonly vehicles = injectVehicles();
  private readonly theme = inject(Theme);
  private readonly fences = inject(Geofences);
  protected readonly choice = inject(FleetChoice);
  private readonly destroyed = inject(DestroyRef);
  private readonly calm = injectMediaMatches('(prefers-reduced-motion: reduce)');
  private readonly ground = viewChild.required<ElementRef<HTMLElement>>('ground');
  private readonly card = viewChild<ElementRef<HTMLElement>>('card');
  private readonly city = signal<CityMap | undefined>(undefined);
  private readonly pointed = signal<Key | undefined>(undefined);
  private readonly inView = signal(0);
  /** Where the map is; `undefined` for the first view. */
  private readonly place = injectAddressed({
    read: (query) => placeIn(query.get('map')),
    write: (place) => ({ map: place ? placeText(place) : null }),
    settleMs: REST_MS,
  });
  /** The place that the viewer went to here: only one that another address says is gone to. */
  private wentTo = untracked(this.place);

  protected readonly scene = injectMapScene();
  protected readonly tiles = inject(TileChoice);
  protected readonly texts = injectTexts({ en, ko });
  protected readonly formats = injectFormats();
  protected readonly saving = injectSaving();
  protected readonly look = this.theme.look;
  protected readonly health = this.live.health;
  protected readonly base = signal<'loading' | 'there' | 'failed'>('loading');
  protected readonly arrived = computed(() => this.vehicles.state() !== undefined);
  protected readonly known = computed(() => this.vehicles.keys().length);
  protected readonly shown = computed(() => this.inView());
  /** Whose card is open: the one under the pointer, else the chosen one. */
  protected readonly chosen = computed(() => this.pointed() ?? this.choice.selected());

  constructor() {
    this.live.need(this.scene.topic, this.choice.filter);
    afterNextRender(() => this.open(this.ground().nativeElement));
    effect(() => {
      this.live.story();
      untracked(this.city)?.begin();
    });
    effect(() => {
      const change = this.vehicles.state();
      if (change) this.city()?.apply(change);
    });
    effect(() => {
      this.theme.look();
      this.city()?.paint(paletteOf(this.ground().nativeElement));
    });
    effect(() => {
      const place = this.place();
      if (place === this.wentTo) return;
      this.wentTo = place;
      untracked(this.city)?.look(place);
    });
    injectTrailOfBefore((key, before) => this.city()?.precede(key, before));
    seekFollowed((place) => {
      this.city()?.goTo(place);
      return this.city() !== undefined;
    });
    effect(() => this.city()?.mark(this.chosen()));
    effect(() => this.city()?.show(this.choice.isWanted()));
    effect(() => this.city()?.fence(this.fences.all(), this.fences.sketch()));
    effect(() => this.city()?.picture(this.tiles.shown(), () => this.tiles.fail()));
    effect(() => {
      const { tiles, ...drawn } = this.texts().attribution;
      this.city()?.attribute([...drawn[this.scene.name], ...(this.tiles.shown() ? [tiles] : [])]);
    });
  }

  protected zoom(steps: 1 | -1): void {
    this.city()?.zoom(steps);
  }

  protected showCity(): void {
    this.city()?.showCity();
  }

  protected release(): void {
    this.fences.sketch.set(undefined);
    this.choice.select(undefined);
  }

  /** Brings a vehicle into view that was chosen elsewhere. */
  goTo(key: Key): void {
    const position = positionOf(this.vehicles.row(key)()?.fields ?? {});
    if (position) this.city()?.goTo(position);
  }

  protected async loadBase(): Promise<void> {
    const leaving = new AbortController();
    this.destroyed.onDestroy(() => leaving.abort());
    this.base.set('loading');
    try {
      const base = await loadBaseMap(this.scene.baseMap, leaving.signal);
      this.city()?.showBase(base);
      this.choice.districts.set(base.districts ?? []);
      this.base.set('there');
    } catch (error: unknown) {
      // A network or server fault, or another version's file: the vehicles are shown without it, and the page says so.
      if (!leaving.signal.aborted) console.error(error);
      this.base.set('failed');
    }
  }

  private open(element: HTMLElement): void {
    const city = new CityMap({
      element,
      scene: this.scene,
      palette: paletteOf(element),
      now: () => this.live.serverNow(),
      gliding: () => !this.calm(),
      pointed: (key) => this.pointed.set(key),
      tapped: (key) => this.choice.select(key),
      place: untracked(this.place),
      moved: (view, resting) => (resting ? this.rest(view) : this.choice.look(view)),
      sketched: (place, pressed) => this.draw(place, pressed),
      grasped: () => this.choice.follow(false),
      drawn: (drawn, marked) => this.follow(drawn, marked),
    });
    this.fillFrom(city);
    this.city.set(city);
    const sized = new ResizeObserver(() => city.resize());
    sized.observe(element);
    this.destroyed.onDestroy(() => {
      sized.disconnect();
      city.remove();
    });
    void this.loadBase();
    void this.tiles.load();
  }

  private rest(view: Bounds): void {
    this.choice.settle(view);
    const city = untracked(this.city);
    if (!city) return;
    this.wentTo = city.place();
    this.place.set(this.wentTo);
  }

  private draw(place: Place, pressed: boolean): boolean {
    if (!this.fences.sketch()) return false;
    const name = this.texts().fences.name(this.fences.all().length + 1);
    if (pressed) this.fences.press(place, name);
    else this.fences.point(place);
    return true;
  }

  /** What was held before the map was opened comes as if in one snapshot. */
  private fillFrom(city: CityMap): void {
    const held = untracked(this.vehicles.state);
    if (held) city.apply({ ...held, changed: [...held.state.keys()], removed: [], replaced: true });
  }

  private follow(drawn: readonly Drawn[], marked: Drawn | undefined): void {
    this.inView.set(drawn.length);
    const followed = this.choice.following() && drawn.find(({ key }) => key === this.choice.selected());
    if (followed) this.city()?.keepInside(followed);
    const card = this.card()?.nativeElement;
    if (!card) return;
    card.hidden = marked === undefined;
    if (marked)
      card.style.transform = cardPlace(marked, card.getBoundingClientRect(), this.ground().nativeElement);
  }
}
