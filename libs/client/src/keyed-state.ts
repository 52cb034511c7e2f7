import type { Fields, Key, Received, Row, Topic } from '@tickway/protocol';
import { defer, filter, map, type OperatorFunction } from 'rxjs';

/** A key's latest value as the viewer holds it. */
export interface Held {
  /** All fields, the changed ones merged in. */
  readonly fields: Fields;
  /** How many updates the key has had. */
  readonly revision: number;
  /** When the source saw it, epoch ms, source clock. */
  readonly at: number;
  /** When the hub committed it, epoch ms, server clock. */
  readonly committedAt: number;
  /** How many updates of this key were merged on the way since it is held. */
  readonly merged: number;
}

/** A topic's state after a frame, and what the frame changed in it. */
export interface KeyedState {
  /** One map for all emissions, altered in place: read it now, or copy what must stay. */
  readonly state: ReadonlyMap<Key, Held>;
  /** Keys set by this frame; after a snapshot all of them. */
  readonly changed: readonly Key[];
  /** Keys that were held and are no more. */
  readonly removed: readonly Key[];
  /** Whether a snapshot replaced the whole state. */
  readonly replaced: boolean;
}

/**
 * Applies the frames of `topic`: a snapshot replaces, a delta merges fields, a removal deletes. Costs what
 * the frame holds, not what the state holds.
 */
export const keyedState =
  (topic: Topic): OperatorFunction<Received, KeyedState> =>
  (frames) =>
    defer(() => {
      const state = new Map<Key, Held>();
      const isOurs = (frame: Received) =>
        (frame.type === 'snapshot' || frame.type === 'delta') && frame.topic === topic;
      return frames.pipe(
        filter(isOurs),
        map((frame) => apply(frame, state)),
      );
    });

function apply(frame: Received, state: Map<Key, Held>): KeyedState {
  if (frame.type === 'snapshot') return replace(frame.rows, state);
  if (frame.type !== 'delta') return { state, changed: [], removed: [], replaced: false };
  // Removals first: a key that ended and began again within one frame comes as both.
  const ended = frame.removals.filter((key) => state.delete(key));
  const changed = set(frame.rows, state);
  return { state, changed, removed: ended.filter((key) => !state.has(key)), replaced: false };
}

function replace(rows: readonly Row[], state: Map<Key, Held>): KeyedState {
  const before = [...state.keys()];
  state.clear();
  const changed = set(rows, state);
  return { state, changed, removed: before.filter((key) => !state.has(key)), replaced: true };
}

/** On an `every` topic a frame may have many rows of a key, which is then named once. */
function set(rows: readonly Row[], state: Map<Key, Held>): readonly Key[] {
  const changed = new Set<Key>();
  for (const row of rows) {
    state.set(row.key, merge(row, state.get(row.key)));
    changed.add(row.key);
  }
  return [...changed];
}

const merge = ({ fields, revision, at, committedAt }: Row, held: Held | undefined): Held => ({
  fields: held ? { ...held.fields, ...fields } : fields,
  revision,
  at,
  committedAt,
  merged: held ? held.merged + Math.max(0, revision - held.revision - 1) : 0,
});
