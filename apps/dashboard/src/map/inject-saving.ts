import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { Live } from '../live/live';
import { injectVehicles } from './map-scene';
import { savingOf, type Saving } from './saving';

/** How long rows are counted for one look, ms. */
const LOOK_MS = 5000;

/** What the view leaves out of what could come; its pace is looked at every five seconds. */
export function injectSaving(): Signal<Saving | undefined> {
  const [live, vehicles] = [inject(Live), injectVehicles()];
  const most = signal(0);
  /** Of one vehicle. */
  const rowsPerSecond = signal(0);
  let [rows, since] = [0, live.time()];
  effect(() => {
    const now = vehicles.state();
    // A snapshot tells what is there, not how much comes.
    if (now && !now.replaced) rows += now.changed.length;
    most.update((before) => Math.max(before, now?.state.size ?? 0));
  });
  effect(() => {
    const seconds = (live.time() - since) / 1000;
    if (seconds * 1000 < LOOK_MS) return;
    const held = untracked(vehicles.keys).length;
    rowsPerSecond.set(rows / seconds / Math.max(1, held));
    [rows, since] = [0, live.time()];
  });
  return computed(() => {
    const held = vehicles.keys().length;
    const { bytes, rows: all } = untracked(live.meter);
    const bytesPerRow = bytes.received / Math.max(1, all);
    return savingOf({ held, most: most(), rowsPerSecond: rowsPerSecond() * held, bytesPerRow });
  });
}
