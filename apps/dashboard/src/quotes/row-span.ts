/** Rows of a list, from the first to before the last. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** What a scrolled list looks like, px. */
export interface ScrolledList {
  readonly scrolled: number;
  readonly height: number;
  readonly row: number;
  /** Rows asked for beyond either edge, so that a small move finds them there. */
  readonly margin: number;
}

/** The rows in view and the margin around them; all rows where nothing has a size. */
export function rowSpan({ scrolled, height, row, margin }: ScrolledList): RowSpan {
  if (height <= 0 || row <= 0) return { from: 0, to: Infinity };
  return {
    from: Math.max(0, Math.floor(scrolled / row) - margin),
    to: Math.ceil((scrolled + height) / row) + margin,
  };
}
