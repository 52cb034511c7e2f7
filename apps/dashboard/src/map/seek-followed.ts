import { computed, effect, inject, signal, untracked } from '@angular/core';
import type { Filter } from '@tickway/protocol';
import { positionOf, type Place } from '@tickway/tracking';
import { Live } from '../live/live';
import { FleetChoice } from './fleet-choice';
import { injectMapScene, injectVehicles } from './map-scene';

/**
 * Finds the vehicle that a link follows: it may be anywhere by now, so all are asked for until it is there. `found` is told where,
 * and answers whether it could go there.
 */
export function seekFollowed(found: (place: Place) => boolean): void {
  const [choice, vehicles] = [inject(FleetChoice), injectVehicles()];
  const sought = signal(untracked(choice.following) ? untracked(choice.selected) : undefined);
  const there = computed(() => {
    const key = sought();
    return key && positionOf(vehicles.row(key)()?.fields ?? {});
  });
  inject(Live).need(
    injectMapScene().topic,
    computed((): Filter => ({ keys: [sought() ?? []].flat() })),
  );
  effect(() => {
    const position = there();
    const isOver = sought() !== choice.selected() || (position && found(position));
    if (isOver) sought.set(undefined);
  });
}
