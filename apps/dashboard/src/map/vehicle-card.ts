import { Component, computed, inject, input, output } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { positionOf } from '@tickway/tracking';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { FleetChoice } from './fleet-choice';
import { injectWords, LATE_MS } from './inject-words';
import { injectVehicles } from './map-scene';
import { en } from './texts/en';
import { ko } from './texts/ko';

/** What is known of one vehicle. */
@Component({
  selector: 'tw-vehicle-card',
  templateUrl: './vehicle-card.html',
  styleUrl: './vehicle-card.css',
})
export class VehicleCard {
  private readonly live = inject(Live);
  private readonly vehicles = injectVehicles();
  protected readonly choice = inject(FleetChoice);

  readonly vehicle = input.required<Key>();
  readonly closed = output();

  protected readonly texts = injectTexts({ en, ko });
  protected readonly words = injectWords();
  protected readonly formats = injectFormats();
  /** Whether it was chosen, and is not only pointed at. */
  protected readonly chosen = computed(() => this.choice.selected() === this.vehicle());
  private readonly held = computed(() => this.vehicles.row(this.vehicle())());
  protected readonly position = computed(() => {
    const held = this.held();
    return held && positionOf(held.fields);
  });
  protected readonly age = computed(() => this.live.serverTime() - (this.held()?.at ?? 0));
  protected readonly late = computed(() => (this.position()?.lateMs ?? 0) >= LATE_MS);
}
