import { InjectionToken } from '@angular/core';
import { decodeFrame, type Key, type Received, type Topic } from '@tickway/protocol';
import { positionOf } from '@tickway/tracking';
import type { Seen } from './trail';
import { project } from './world';

/** Whose fixes, and of when. */
export interface FixesWish {
  readonly topic: Topic;
  readonly key: Key;
  /** Recorded in (from, to], epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly signal: AbortSignal;
}

/** Asks history where a vehicle was, oldest first. @throws Error when it cannot tell */
export type LoadFixes = (wish: FixesWish) => Promise<readonly Seen[]>;

/** Pages read at most: of a fleet of thousands each tells of some minutes. */
const MOST_PAGES = 4;

/** How the map asks history. */
export const LOAD_FIXES = new InjectionToken<LoadFixes>('how to load fixes', {
  providedIn: 'root',
  factory: () => async (wish) => {
    const frames: Received[] = [];
    let next: string | undefined = `/history/frames?${queryOf(wish).toString()}`;
    for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
      const answer: Response = await fetch(next, { signal: wish.signal });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      frames.push(...(await answer.text()).trimEnd().split('\n').map(decodeFrame));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    return fixesIn(frames, wish.key);
  },
});

const queryOf = ({ topic, key, from, to }: FixesWish) =>
  new URLSearchParams({
    ...{ topic, [`${topic}.keys`]: key },
    ...{ from: String(Math.max(0, Math.floor(from))), to: String(Math.floor(to)) },
  });

/** The fixes of a vehicle that frames tell; a row of which only some fields changed goes on from the one before. */
export function fixesIn(frames: readonly Received[], key: Key): readonly Seen[] {
  let fields = {};
  const fixes: Seen[] = [];
  for (const frame of frames) {
    if (frame.type !== 'snapshot' && frame.type !== 'delta') continue;
    if (frame.type === 'snapshot') fields = {};
    for (const row of frame.rows.filter((one) => one.key === key)) {
      fields = { ...fields, ...row.fields };
      const position = positionOf(fields);
      if (position)
        fixes.push({ ...project(position.lat, position.lon), at: row.at, revision: row.revision });
    }
  }
  return fixes;
}
