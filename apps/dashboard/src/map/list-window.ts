/** Which rows of a long list stand in the page. */
export interface ListWindow {
  readonly from: number;
  readonly to: number;
}

/** Rows kept beyond each end of what is seen. */
const MARGIN = 4;

/** The rows to keep in the page of a list scrolled to `top` px, `height` px high; all rows are `row` px. */
export function listWindow(
  { top, height }: { readonly top: number; readonly height: number },
  { count, row }: { readonly count: number; readonly row: number },
): ListWindow {
  const first = Math.min(Math.floor(top / row), Math.max(0, count - Math.ceil(height / row)));
  return {
    from: Math.max(0, first - MARGIN),
    to: Math.min(count, first + Math.ceil(height / row) + 1 + MARGIN),
  };
}

/** Where a list must be scrolled to for a row to be seen whole; `top` when it is. */
export function scrollTo(
  index: number,
  { top, height, row }: { readonly top: number; readonly height: number; readonly row: number },
): number {
  if (index * row < top) return index * row;
  return Math.max(top, (index + 1) * row - height);
}
