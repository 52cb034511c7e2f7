import { effect, inject, signal, untracked, type Signal } from '@angular/core';
import { Live } from '../live/live';
import { savingOf, type Saving } from './saving';

/** How long rows are counted for one look, ms. */
const LOOK_MS = 5000;

/** What the view leaves out of what could come, looked at every five seconds. */
export function injectSaving(): Signal<Saving | undefined> {
  const live = inject(Live);
  const saving = signal<Saving | undefined>(undefined);
  let [rows, since, most] = [0, live.time(), 0];
  effect(() => {
    const now = live.positions.state();
    // A snapshot tells what is there, not how much comes.
    if (now && !now.replaced) rows += now.changed.length;
    most = Math.max(most, now?.state.size ?? 0);
  });
  effect(() => {
    const seconds = (live.time() - since) / 1000;
    if (seconds * 1000 < LOOK_MS) return;
    const meter = untracked(live.meter);
    const held = untracked(live.positions.state)?.state.size ?? 0;
    const bytesPerRow = meter.bytes.received / Math.max(1, meter.rows);
    saving.set(savingOf({ held, most, rowsPerSecond: rows / seconds, bytesPerRow }));
    [rows, since] = [0, live.time()];
  });
  return saving;
}
