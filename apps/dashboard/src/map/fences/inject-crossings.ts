import { effect, inject, signal, untracked, type Signal } from '@angular/core';
import type { Held } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import { geofenceWatch, positionOf, type Crossing } from '@tickway/tracking';
import { Live, topics } from '../../live/live';
import { Geofences } from './geofences';

/** A crossing as it is told to the viewer. */
export interface Told extends Crossing {
  readonly id: number;
  readonly route: string;
  readonly headsign: string;
  /** From the fix to when the page knew, ms, clock offset applied. */
  readonly latenessMs: number;
}

/** How many are kept on the page. */
const MOST = 50;

/** Who entered and left the viewer's geofences since whoever is being constructed looks, newest first. */
export function injectCrossings(): Signal<readonly Told[]> {
  const [live, fences] = [inject(Live), inject(Geofences)];
  const told = signal<readonly Told[]>([]);
  const watch = geofenceWatch();
  let count = 0;
  const look = (key: Key, { fields, at }: Held) => {
    const position = positionOf(fields);
    return position ? watch.see({ key, at, lat: position.lat, lon: position.lon }) : [];
  };
  live.need(topics.positions, fences.filter);
  effect(() => {
    watch.watch(fences.all());
    // Where everything is at this moment, so that already the next fix can tell of a crossing.
    for (const [key, held] of untracked(live.positions.state)?.state ?? []) look(key, held);
  });
  let story = untracked(live.story);
  effect(() => {
    const change = live.positions.state();
    if (!change || untracked(fences.all).length === 0) return;
    for (const key of change.removed) watch.forget(key);
    if (story !== untracked(live.story)) {
      story = untracked(live.story);
      // Where everything is at the moment that was sought: nobody drove there from where it was.
      for (const key of change.changed) watch.forget(key);
      for (const [key, held] of change.state) look(key, held);
      return;
    }
    const now = live.serverNow();
    const fresh = change.changed.flatMap((key) => {
      const held = change.state.get(key);
      return held ? look(key, held).map((one) => ({ ...one, id: ++count, ...lineOf(held, now) })) : [];
    });
    if (fresh.length > 0) told.update((before) => [...fresh.toReversed(), ...before].slice(0, MOST));
  });
  return told;
}

function lineOf({ fields, at }: Held, now: number) {
  const { route = '', headsign = '' } = positionOf(fields) ?? {};
  return { route, headsign, latenessMs: Math.max(0, now - at) };
}
