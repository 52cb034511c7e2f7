import { Component, computed, inject, input } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { positionOf } from '@tickway/tracking';
import { Live } from '../live/live';
import { formatAge, formatSpeed } from '../number-format';
import { texts } from '../texts';

const MINUTE_MS = 60_000;

/** What is known of one vehicle. */
@Component({
  selector: 'tw-vehicle-card',
  templateUrl: './vehicle-card.html',
  styleUrl: './vehicle-card.css',
})
export class VehicleCard {
  private readonly live = inject(Live);

  readonly vehicle = input.required<Key>();

  protected readonly texts = texts.map;
  private readonly held = computed(() => this.live.positions.row(this.vehicle())());
  protected readonly position = computed(() => {
    const held = this.held();
    return held && positionOf(held.fields);
  });
  protected readonly age = computed(() => formatAge(this.live.serverTime() - (this.held()?.at ?? 0)));
  protected readonly motion = computed(() => {
    const position = this.position();
    if (!position) return '';
    const { dwelling, offline } = texts.map.card;
    return { dwelling, offline, moving: formatSpeed(position.speed) }[position.state];
  });
  protected readonly lateness = computed(() => {
    const minutes = Math.round((this.position()?.lateMs ?? 0) / MINUTE_MS);
    return minutes > 0 ? texts.map.card.late(minutes) : texts.map.card.onTime;
  });
  protected readonly late = computed(() => (this.position()?.lateMs ?? 0) >= MINUTE_MS / 2);
}
