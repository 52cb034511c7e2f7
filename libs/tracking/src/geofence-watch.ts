import { isWithin, type Geofence } from './geofence';
import type { Place } from './place';

/** A tracked thing came into a geofence, or went out of it. */
export interface Crossing {
  readonly type: 'entered' | 'left';
  /** The tracked thing. */
  readonly key: string;
  readonly fence: Geofence;
  /** Time of the fix that told of it, epoch ms, source clock. */
  readonly at: number;
}

/** A fix of a tracked thing, as far as geofences are concerned. */
export interface Sighting extends Place {
  readonly key: string;
  /** Time of the fix, epoch ms, source clock. */
  readonly at: number;
}

/** Remembers which tracked things are in which geofences. */
export interface GeofenceWatch {
  /** Sets the geofences; of a new one nobody has entered who is in it already. */
  watch(fences: readonly Geofence[]): void;
  /** What a fix changes. The first of a tracked thing says where it is, not that it came; an older one than known says nothing. */
  see(sighting: Sighting): readonly Crossing[];
  /** The tracked thing is not heard of any more. */
  forget(key: string): void;
}

interface Known {
  at: number;
  /** Ids of the geofences it was looked for in, and whether it was there. */
  readonly inside: Map<string, boolean>;
}

export function geofenceWatch(): GeofenceWatch {
  const known = new Map<string, Known>();
  let fences: readonly Geofence[] = [];
  return {
    watch(now) {
      const same = (id: string) => now.find((one) => one.id === id) === fences.find((one) => one.id === id);
      // A geofence that is gone or was drawn anew is looked at as if for the first time.
      for (const { inside } of known.values())
        for (const id of inside.keys()) if (!same(id)) inside.delete(id);
      fences = now;
    },
    see(sighting) {
      const { key, at } = sighting;
      const one = known.get(key) ?? { at: -Infinity, inside: new Map<string, boolean>() };
      known.set(key, one);
      if (at < one.at) return [];
      one.at = at;
      return fences.flatMap((fence) => crossing(fence, sighting, one.inside) ?? []);
    },
    forget: (key) => void known.delete(key),
  };
}

function crossing(fence: Geofence, sighting: Sighting, inside: Map<string, boolean>): Crossing | undefined {
  const before = inside.get(fence.id);
  const now = isWithin(fence.shape, sighting);
  inside.set(fence.id, now);
  if (before === undefined || before === now) return undefined;
  return { type: now ? 'entered' : 'left', key: sighting.key, fence, at: sighting.at };
}
