import { effect, inject, untracked } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { Live } from '../live/live';
import { FleetChoice } from './fleet-choice';
import { LOAD_FIXES } from './load-fixes';
import { injectMapScene } from './map-scene';
import { TRAIL_MS, type Seen } from './trail';

/** How long a vehicle is chosen before it is asked for, ms: who draws the replay's slider along is elsewhere at once. */
const SETTLED_MS = 300;

/** Tells, for each vehicle that is chosen and in each story, where history says that it was before. */
export function injectTrailOfBefore(fill: (key: Key, before: readonly Seen[]) => void): void {
  const [live, choice, load] = [inject(Live), inject(FleetChoice), inject(LOAD_FIXES)];
  const { topic } = injectMapScene();
  const ask = async (key: Key, signal: AbortSignal) => {
    const to = live.serverNow();
    try {
      const before = await load({ topic, key, from: to - TRAIL_MS, to, signal });
      if (!signal.aborted) fill(key, before);
    } catch {
      // History is off or out of reach: the trail begins with what comes, as it would without it.
    }
  };
  effect((over) => {
    live.story();
    const key = choice.selected();
    if (!key) return;
    const leaving = new AbortController();
    const settled = setTimeout(() => void untracked(() => ask(key, leaving.signal)), SETTLED_MS);
    over(() => {
      clearTimeout(settled);
      leaving.abort();
    });
  });
}
