import type { Key } from './key';

/** What a field may hold: anything that JSON carries unchanged, flat or a list (a depth ladder). */
export type FieldValue = string | number | boolean | null | readonly FieldValue[];

/** Named values of one key; a delta carries only those that changed. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** Sets fields of a key; fields not named keep their value. */
export interface Change {
  readonly key: Key;
  readonly fields: Fields;
  /** When the source saw it, epoch ms. */
  readonly at: number;
}

/** Ends a key: a vehicle finished its run. */
export interface Removal {
  readonly key: Key;
  readonly removed: true;
  /** When the source saw it, epoch ms. */
  readonly at: number;
}

/** What a feed says about a key, before it has an offset. */
export type Update = Change | Removal;

/** Whether an update ends its key. */
export const isRemoval = (update: Update): update is Removal => 'removed' in update;
