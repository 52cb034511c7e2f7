import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Key } from '@tickway/protocol';
import type { VehicleState } from '@tickway/tracking';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { within } from './asked-view';
import { FleetChoice } from './fleet-choice';
import { inListOrder, routesOf, type Listed } from './in-list-order';
import { injectMapScene, injectVehicles } from './map-scene';
import { listWindow, scrollTo } from './list-window';
import { en } from './texts/en';
import { ko } from './texts/ko';
import { VehicleItem } from './vehicle-item';
import { all, wanted, type Wanted } from './wanted';

/** Height of a row, px. */
const ROW = 50;

/** How often vehicles come to and leave the list, ms. */
const SETTLE_MS = 2000;

const nothing: Listed = { keys: [], states: { moving: 0, dwelling: 0, offline: 0 } };

/** The vehicles in view, or those that are sought, as a list: the map for whoever does not see it or uses no pointer. */
@Component({
  selector: 'tw-vehicle-list',
  imports: [VehicleItem],
  templateUrl: './vehicle-list.html',
  styleUrl: './vehicle-list.css',
})
export class VehicleList {
  private readonly live = inject(Live);
  private readonly vehicles = injectVehicles();
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly scrolled = signal({ top: 0, height: 0 });
  private readonly settled = computed(() => Math.floor(this.live.time() / SETTLE_MS));

  /** Told of a vehicle that was chosen here. */
  readonly chosen = output<Key>();

  protected readonly choice = inject(FleetChoice);
  protected readonly texts = injectTexts({ en, ko });
  protected readonly formats = injectFormats();
  protected readonly row = ROW;
  protected readonly scene = injectMapScene();
  protected readonly states = ['moving', 'dwelling', 'offline'] as const satisfies readonly VehicleState[];
  protected readonly listed = computed(() => {
    this.settled();
    this.vehicles.keys();
    const { state, ...rest } = this.choice.wanted();
    const isWanted = wanted({ ...rest, state: undefined }, this.choice.districts());
    // What is sought is sought everywhere; what is only looked at is what the map shows.
    const view = this.choice.narrowed() ? undefined : this.choice.view();
    const held = untracked(this.vehicles.state)?.state;
    if (!held) return nothing;
    const isListed = (one: Parameters<typeof isWanted>[0]) =>
      isWanted(one) && (!view || within(view, one.lat, one.lon));
    return inListOrder(held, { isWanted: isListed, state });
  });
  protected readonly routes = computed(
    () => {
      this.settled();
      return routesOf(untracked(this.vehicles.state)?.state ?? new Map(), this.choice.wanted().system);
    },
    { equal: (a, b) => a.join() === b.join() },
  );
  protected readonly arrived = computed(() => this.vehicles.state() !== undefined);
  protected readonly window = computed(() =>
    listWindow(this.scrolled(), { count: this.listed().keys.length, row: ROW }),
  );
  protected readonly rows = computed(() => {
    const { from, to } = this.window();
    return this.listed()
      .keys.slice(from, to)
      .map((key, i) => ({ key, index: from + i }));
  });
  /** The row that the keys are at. */
  protected readonly active = linkedSignal<Key | undefined>(() => this.choice.selected());

  constructor() {
    const destroyed = inject(DestroyRef);
    this.choice.listed.set(true);
    destroyed.onDestroy(() => this.choice.listed.set(false));
    afterNextRender(() => {
      const sized = new ResizeObserver(() => this.look());
      sized.observe(this.list().nativeElement);
      destroyed.onDestroy(() => sized.disconnect());
    });
  }

  protected look(): void {
    const { scrollTop: top, clientHeight: height } = this.list().nativeElement;
    this.scrolled.set({ top, height });
  }

  protected want(part: Partial<Wanted>): void {
    this.choice.want({ ...this.choice.wanted(), ...part });
  }

  /** The name of a borough; its own where the language has none for it. */
  protected boroughName(name: string): string {
    const names: Readonly<Record<string, string>> = this.texts().boroughs;
    return names[name] ?? name;
  }

  protected wantState(state: VehicleState): void {
    this.want({ state: this.choice.wanted().state === state ? undefined : state });
  }

  protected wantSystem(value: string): void {
    this.want({ system: this.scene.systems.find((system) => system === value), route: undefined });
  }

  protected stateName(state: VehicleState): string {
    return (this.scene.name === 'world' ? this.texts().flightStates : this.texts().states)[state];
  }

  protected clear(): void {
    this.choice.want(all);
  }

  protected choose(key: Key): void {
    this.choice.select(key);
    this.chosen.emit(key);
  }

  protected press(event: KeyboardEvent): void {
    const { keys } = this.listed();
    const active = this.active();
    if (event.key === 'Enter' || event.key === ' ') {
      if (active !== undefined && keys.includes(active)) this.choose(active);
    } else {
      const at = active === undefined ? -1 : keys.indexOf(active);
      const next = movedTo(event.key, at, Math.floor(this.scrolled().height / ROW));
      if (next === undefined) return;
      this.activate(Math.max(0, Math.min(keys.length - 1, next)));
    }
    event.preventDefault();
  }

  private activate(index: number): void {
    this.active.set(this.listed().keys[index]);
    const list = this.list().nativeElement;
    list.scrollTop = scrollTo(index, { top: list.scrollTop, height: list.clientHeight, row: ROW });
    this.look();
  }
}

/** The index that a key moves to from `at`; `undefined` for a key that does not move. */
function movedTo(key: string, at: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: Infinity,
  };
  return steps[key];
}
