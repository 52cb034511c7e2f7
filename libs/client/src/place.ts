import { filterId, type Cursor, type Filter, type Key, type Subscription } from '@tickway/protocol';

/** Where a topic's state is, and what is known of it. */
export interface Place {
  /** What the topic is wanted under. */
  wished: Filter | undefined;
  /** What has been seen; undefined: nothing, or what was seen cannot be continued from. */
  cursor: Cursor | undefined;
  /**
   * The filter under which the state at `cursor` was built. `unsure`: one was said into a running stream,
   * and frames have come since that may have been made before it was heard.
   */
  under: Filter | 'unsure' | undefined;
  /** How often the state has moved, to another cursor or another filter. */
  moves: number;
  /** The revision held of each key; a row that is not newer has been delivered. */
  readonly revisions: Map<Key, number>;
  /**
   * Whether the frame just joined must follow the one before without a skip of offsets. Not so with a
   * filter, whose left-out offsets are passed over silently, nor when the state was asked for anew.
   */
  contiguous: boolean;
  /** Whether the topic is of delivery `every`: its rows are events, owed whatever filter came before. */
  readonly every: boolean;
}

/** A topic of which nothing has been seen, or what an earlier life has seen up to the wish's cursor. */
export const newPlace = ({ filter, cursor, known }: Subscription, every: boolean): Place => ({
  wished: filter,
  cursor,
  under: known === undefined ? filter : (known ?? undefined),
  moves: 0,
  revisions: new Map(),
  contiguous: filter === undefined,
  every,
});

/** Whether two filters (or `unsure`, which equals nothing) want the same. */
export const sameFilter = (a: Place['under'], b: Place['under']): boolean =>
  a !== 'unsure' && b !== 'unsure' && filterId(a) === filterId(b);

/** Whether two cursors are the same place of the same life. */
export const sameCursor = (a: Cursor | undefined, b: Cursor | undefined): boolean =>
  a?.epoch === b?.epoch && a?.offset === b?.offset;
