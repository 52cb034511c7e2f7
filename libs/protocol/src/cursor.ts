import { FeedError } from './feed-error';

/**
 * All that the server need know of a client: which life of a topic's order it has seen, and how far.
 * Written `epoch:offset`, e.g. `k3f9a2:1207`.
 */
export interface Cursor {
  /** Identity of the order's life: new whenever offsets start again, so an old cursor cannot be mistaken. */
  readonly epoch: string;
  /** Offset of the last update seen; offsets count from 1, so 0 has seen nothing. */
  readonly offset: number;
}

const grammar = /^([a-z0-9]{1,16}):(0|[1-9][0-9]{0,14})$/;

/**
 * Reads `epoch:offset`.
 *
 * @throws FeedError `bad_cursor` when `text` is not a cursor
 */
export function parseCursor(text: unknown): Cursor {
  const match = typeof text === 'string' ? grammar.exec(text) : null;
  if (!match?.[1]) throw new FeedError('bad_cursor', 'a cursor is epoch:offset, such as k3f9a2:1207');
  return { epoch: match[1], offset: Number(match[2]) };
}

/** Writes a cursor as {@link parseCursor} reads it. */
export const formatCursor = ({ epoch, offset }: Cursor): string => `${epoch}:${offset}`;
