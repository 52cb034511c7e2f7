import type { Cursor, Filter, Subscription, Topic } from '@tickway/protocol';
import { sameFilter, type Place } from './place';

/** What one open transport was told of a topic, and how far its frames have come. */
export interface Asked {
  /** Where its stream is: the cursor it was told, then that of its last frame. */
  at: Cursor | undefined;
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
    asked: { at: cursor, base: under, filter: wished, anew, mixed: false },
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
