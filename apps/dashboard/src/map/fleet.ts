import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import { positionOf, type Fix, type Position } from '@tickway/tracking';
import { glideTo, standing, type Glide } from './glide';
import { extend, precede, type Seen, type Trail } from './trail';
import { project } from './world';

/** How long a vehicle that ended its run takes to fade, ms. */
export const FADE_MS = 900;

/** Without a newer fix for this long a vehicle is drawn dim: three or four pings of a train. */
export const OLD_FIX_MS = 90_000;

/** A vehicle as it is drawn; moved in place, so that a frame of thousands leaves little garbage. */
export interface Sprite {
  readonly key: Key;
  readonly color: string;
  readonly dwelling: boolean;
  readonly glide: Glide;
  /** What its newest row says. */
  readonly position: Position;
  trail: Trail;
  /** Whether the viewer does not want to see it. */
  hidden: boolean;
  /** Whether it is drawn dim: offline, or its fix is old. */
  dim: boolean;
  /** When its run ended, epoch ms, server clock; `undefined` while it runs. */
  leftAt: number | undefined;
  /** Place in zoom-0 px of the map. */
  x: number;
  y: number;
  /** Degrees from true north. */
  course: number;
}

/** The vehicles that are drawn: keyed state in, places at any moment out. No canvas, no clock of its own. */
export interface Fleet {
  /** All that are drawn, those that fade included. */
  readonly sprites: ReadonlyMap<Key, Sprite>;
  /** How many run. */
  known(): number;
  /** Hides all vehicles but those that are wanted, from now on. */
  show(isWanted: (position: Position) => boolean): void;
  /** Another story begins: nothing glides on from what is drawn, and trails begin anew. */
  begin(): void;
  /** Puts before a vehicle's trail where it was. */
  precede(key: Key, before: readonly Seen[]): void;
  /** Takes over what a frame changed; `gliding` false puts vehicles straight to their fixes. */
  apply(change: KeyedState, now: number, gliding: boolean): void;
  /** Moves all to where they are at `now`, epoch ms, server clock, and drops those that have faded. */
  advance(now: number): void;
}

export function fleet(): Fleet {
  const sprites = new Map<Key, Sprite>();
  let running = 0;
  let wanted: (position: Position) => boolean = () => true;
  return {
    sprites,
    known: () => running,
    show(isWanted) {
      wanted = isWanted;
      for (const one of sprites.values()) one.hidden = !wanted(one.position);
    },
    begin: () => sprites.clear(),
    precede(key, before) {
      const one = sprites.get(key);
      if (one) one.trail = precede(one.trail, before);
    },
    apply({ state, changed, removed, replaced }, now, gliding) {
      running = state.size;
      for (const key of changed) {
        const held = state.get(key);
        const position = held && positionOf(held.fields);
        if (!position) continue;
        const past = { before: sprites.get(key), now, gliding };
        const one = sprite({ key, position, at: held.at, revision: held.revision }, past);
        one.hidden = !wanted(position);
        sprites.set(key, one);
      }
      for (const key of replaced ? [...sprites.keys()].filter((one) => !state.has(one)) : removed)
        leave(sprites.get(key), now);
    },
    advance(now) {
      for (const one of sprites.values())
        if (hasFaded(one, now)) sprites.delete(one.key);
        else move(one, now);
    },
  };
}

interface Past {
  readonly before: Sprite | undefined;
  readonly now: number;
  readonly gliding: boolean;
}

interface News {
  readonly key: Key;
  readonly position: Position;
  /** Time of the fix, epoch ms. */
  readonly at: number;
  readonly revision: number;
}

function sprite({ key, position, at, revision }: News, { before, now, gliding }: Past): Sprite {
  const { color, state, lat, lon } = position;
  const running = before?.leftAt === undefined ? before : undefined;
  return {
    ...{ key, color, position },
    glide: glideOn({ ...position, at }, gliding ? running : undefined, now),
    trail: extend(running?.trail, { ...project(lat, lon), at, revision }),
    dwelling: state === 'dwelling',
    dim: state === 'offline',
    hidden: false,
    ...{ leftAt: undefined, x: 0, y: 0, course: 0 },
  };
}

function glideOn(fix: Fix, before: Sprite | undefined, now: number): Glide {
  if (!before) return standing(fix);
  // News of a vehicle without a newer fix (its lateness, its next stop) does not change its way.
  return fix.at === before.glide.to.at ? before.glide : glideTo(before.glide, fix, now);
}

function move(one: Sprite, now: number): void {
  const { lat, lon, course } = one.glide.placeAt(now);
  const { x, y } = project(lat, lon);
  one.x = x;
  one.y = y;
  one.course = course;
  if (now - one.glide.to.at > OLD_FIX_MS) one.dim = true;
}

/** Whether it ended its run long enough ago, or at a time that is still to come: then another moment of a replay was sought. */
const hasFaded = ({ leftAt }: Sprite, now: number): boolean =>
  leftAt !== undefined && (now - leftAt >= FADE_MS || now < leftAt);

function leave(one: Sprite | undefined, now: number): void {
  if (one) one.leftAt ??= now;
}
