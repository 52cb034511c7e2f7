import type { Filter, Subscription, Topic } from '@tickway/protocol';
import { sameFilter, type Place } from './place';

/** What one open transport was told of a topic, and what its frames are to be joined to. */
export interface Asked {
  /** The place's count of moves when it asked, or at its last frame: another count means another has moved it. */
  moves: number;
  /** The filter of the state that its next frame is to be applied to. */
  base: Place['under'];
  /** The filter that it was asked for. */
  filter: Filter | undefined;
  /** Whether the state was asked for anew although there is one: the snapshot replaces it. */
  anew: boolean;
  /** Whether the filter was changed in the running stream, so that each frame may be under the one before or after. */
  mixed: boolean;
}

/**
 * What to ask for a topic whose state is at `place`, and what the frames of the answer will be. A state that
 * is `unsure` is asked for anew: whatever was held, the snapshot is right.
 */
export function ask(
  topic: Topic,
  place: Place,
): { readonly asked: Asked; readonly subscription: Subscription } {
  const { cursor, under, wished } = place;
  const anew = under === 'unsure';
  return {
    asked: { moves: place.moves, base: under, filter: wished, anew, mixed: false },
    subscription: {
      topic,
      ...(cursor && !anew && { cursor }),
      ...(wished && { filter: wished }),
      ...knownOf(place),
    },
  };
}

function knownOf({ cursor, under, wished }: Place): Pick<Subscription, 'known'> {
  if (cursor === undefined || under === 'unsure' || sameFilter(under, wished)) return {};
  return { known: under ?? null };
}
