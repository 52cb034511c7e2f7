import { Component, computed, inject, input } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { positionOf } from '@tickway/tracking';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { injectWords, LATE_MS } from './inject-words';
import { injectVehicles } from './map-scene';
import { en } from './texts/en';
import { ko } from './texts/ko';

/** One vehicle in the list. */
@Component({
  selector: 'tw-vehicle-item',
  template: `
    @if (position(); as one) {
      <span class="swatch" [style.background]="one.color" aria-hidden="true"></span>
      <span class="route" [title]="texts().systems[one.system]">{{ one.route }}</span>
      <span class="headsign">{{ texts().list.to(one.headsign) }}</span>
      <span class="motion" [class.quiet]="one.state !== 'moving'">
        @if (one.state === 'moving') {
          <svg viewBox="0 0 10 10" [style.rotate.deg]="one.course" aria-hidden="true">
            <path d="M5 0l3.4 9L5 7 1.6 9z" />
          </svg>
        }
        {{ words().motion(one) }}
        @if (one.state === 'moving') {
          <span class="heading">{{ words().heading(one.course) }}</span>
        }
      </span>
      <span class="stop">{{ one.nextStop && stop(one.nextStop) }}</span>
      <span class="lateness" [class.late]="one.lateMs >= lateMs">{{ words().lateness(one.lateMs) }}</span>
      <span class="age" [class.late]="old()" [title]="texts().card.age">{{ words().age(age()) }}</span>
    }
  `,
  styleUrl: './vehicle-item.css',
})
export class VehicleItem {
  private readonly live = inject(Live);
  private readonly vehicles = injectVehicles();

  readonly vehicle = input.required<Key>();

  protected readonly texts = injectTexts({ en, ko });
  protected readonly words = injectWords();
  protected readonly lateMs = LATE_MS;
  private readonly held = computed(() => this.vehicles.row(this.vehicle())());
  protected readonly position = computed(() => positionOf(this.held()?.fields ?? {}));
  protected readonly age = computed(() => this.live.serverTime() - (this.held()?.at ?? 0));
  protected readonly old = computed(() => this.age() > OLD_MS);

  protected stop(name: string): string {
    const { next, at } = this.texts().list;
    const { flight } = this.position() ?? {};
    if (flight) return `${flight.origin} → ${flight.destination}`;
    return this.position()?.state === 'dwelling' ? at(name) : next(name);
  }
}

/** Age from which a fix is old, ms: no train is silent for so long. */
const OLD_MS = 60_000;
