import { Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { saveFile } from '../levers/save-file';
import { OwnWay } from '../network/own-way';
import { Race } from '../race/race';
import { EventDetails } from './event-details';
import { EventList } from './event-list';
import { inspectorTexts } from './texts/inspector-texts';
import { wireLanes, type WireLane } from './wire-book';
import { WireChart } from './wire-chart';
import { wireInks } from './wire-inks';
import { WireReader } from './wire-reader';
import { WireSums } from './wire-sums';
import { WireView } from './wire-view';

/** How often the list follows the present, ms. */
const LIST_MS = 500;

/** What really goes over the wire, as this viewer's gateway records it: a timeline, a list, an event whole, and sums. */
@Component({
  selector: 'tw-inspector-view',
  imports: [EventDetails, EventList, WireChart, WireSums],
  providers: [WireReader, WireView],
  templateUrl: './inspector-view.html',
  styleUrls: [
    '../styles/card.css',
    '../styles/button.css',
    '../styles/field.css',
    '../styles/swatch.css',
    './inspector-view.css',
  ],
})
export class InspectorView {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly race = inject(Race);
  private readonly way = inject(OwnWay);
  protected readonly reader = inject(WireReader);
  protected readonly view = inject(WireView);
  protected readonly texts = injectTexts(inspectorTexts);
  protected readonly formats = injectFormats();
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly allLanes = wireLanes;
  protected readonly inks = wireInks;

  private readonly time = signal(0);
  protected readonly selected = signal<number | undefined>(undefined);
  protected readonly recording = computed(() => this.way.state().type === 'open');
  protected readonly empty = computed(
    () => this.reader.book().next === 1 && !(this.recording() && this.race.state() === 'running'),
  );
  protected readonly moving = computed(
    () => this.view.follows() && !this.reader.paused() && this.race.state() === 'running',
  );
  protected readonly window = computed(() => {
    this.time();
    return this.view.window();
  });
  protected readonly events = computed(() => this.view.listed(this.window()));
  protected readonly event = computed(() => {
    const n = this.selected();
    return n === undefined ? undefined : this.reader.book().events.findLast((event) => event.n === n);
  });

  constructor() {
    const clock = setInterval(() => {
      if (this.moving()) this.time.update((time) => time + 1);
    }, LIST_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
    this.view.show(lanesIn(this.query().get('only')));
  }

  protected start(): void {
    const network = this.query().get('network') ?? 'clear';
    void setQuery(this.router, { network, run: '1' }, { replaceUrl: true });
  }

  /** At least one lane stays. */
  protected turn(lane: WireLane, box: HTMLInputElement): void {
    const lanes = wireLanes.filter((one) => (one === lane ? box.checked : this.view.lanes().includes(one)));
    if (lanes.length === 0) {
      box.checked = true;
      return;
    }
    this.view.show(lanes);
    const only = lanes.length === wireLanes.length ? null : lanes.join();
    void setQuery(this.router, { only }, { replaceUrl: true });
  }

  /** What is looked at must not run away. */
  protected choose(n: number): void {
    this.view.stand();
    this.selected.set(n);
  }

  protected pause(): void {
    if (!this.reader.paused()) this.view.stand();
    this.reader.pause(!this.reader.paused());
    if (!this.reader.paused()) this.view.follow();
  }

  protected follow(): void {
    this.reader.pause(false);
    this.view.follow();
  }

  protected clear(): void {
    this.selected.set(undefined);
    this.reader.clear();
    this.follow();
  }

  protected onKey(event: KeyboardEvent): void {
    const act = this.keys.get(event.key);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  protected save(): void {
    const { events } = this.reader.book();
    const { location, navigator } = this.document.defaultView ?? {};
    const about = {
      address: location?.href,
      browser: navigator?.userAgent,
      savedAt: new Date().toISOString(),
    };
    saveFile(this.document, {
      name: `tickway-wire-${events[0]?.at ?? 0}.json`,
      type: 'application/json',
      text: JSON.stringify({ ...about, lost: this.reader.book().lost, events }, undefined, 1),
    });
  }

  private readonly keys = new Map<string, () => void>([
    ['ArrowLeft', () => this.view.move(-0.25)],
    ['ArrowRight', () => this.view.move(0.25)],
    ['+', () => this.view.zoom(-1)],
    ['=', () => this.view.zoom(-1)],
    ['-', () => this.view.zoom(1)],
    ['End', () => this.follow()],
    [' ', () => this.pause()],
  ]);
}

/** The lanes that an address names; all when it names none. */
function lanesIn(text: string | null): readonly WireLane[] {
  const named = wireLanes.filter((lane) => text?.split(',').includes(lane));
  return named.length > 0 ? named : wireLanes;
}
