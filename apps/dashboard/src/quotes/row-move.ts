import type { Key } from '@tickway/protocol';

/** Rows that a press of PageUp or PageDown passes. */
const PAGE = 10;

/** The row that a key moves to from `from`; `undefined` when the key does not move. */
export function rowMove(pressed: string, rows: readonly Key[], from: Key): Key | undefined {
  const at = rows.indexOf(from);
  const to = moves[pressed]?.(at, rows.length - 1);
  return to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
}

const moves: Readonly<Record<string, ((at: number, end: number) => number) | undefined>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, end) => end,
};
