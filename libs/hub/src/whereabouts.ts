/**
 * Where a key is on the map, since which offset, and where it was before that: enough to tell, for
 * nearly every cursor, whether a receiver with a viewport had the key in view all the time.
 */
export interface Whereabouts {
  readonly cell: string | undefined;
  /** Offset of the update that brought it here. */
  readonly since: number;
  readonly before: Omit<Whereabouts, 'before'> | undefined;
}

/** Where a key is that no update has placed. */
export const nowhere: Whereabouts = { cell: undefined, since: 0, before: undefined };

/** The whereabouts after an update at `offset` has put the key into `cell`. */
export const moved = (from: Whereabouts, cell: string | undefined, offset: number): Whereabouts =>
  cell === from.cell ? from : { cell, since: offset, before: { cell: from.cell, since: from.since } };

/**
 * Whether a key was in view at a cursor and ever since until it came where it is now: `unknown` when it
 * moved more often after the cursor than is remembered, so that the answer must fit both.
 */
export function wasInView(
  { cell, since, before }: Whereabouts,
  cursor: number,
  sees: (cell: string | undefined) => boolean,
): 'yes' | 'no' | 'unknown' {
  if (since <= cursor) return sees(cell) ? 'yes' : 'no';
  if (before === undefined || before.since > cursor) return 'unknown';
  return sees(before.cell) ? 'yes' : 'no';
}
