/** The columns of the board in their order, each with the least room it needs, px, and its share of what is left. */
export const columns = [
  { id: 'symbol', width: 84, share: 0 },
  { id: 'name', width: 84, share: 1.8 },
  { id: 'sector', width: 116, share: 1 },
  { id: 'last', width: 92, share: 0 },
  { id: 'change', width: 68, share: 0.5 },
  { id: 'percent', width: 72, share: 0.5 },
  { id: 'bid', width: 76, share: 1 },
  { id: 'ask', width: 76, share: 1 },
  { id: 'spread', width: 58, share: 0.4 },
  { id: 'volume', width: 70, share: 0.5 },
  { id: 'range', width: 104, share: 0.6 },
  { id: 'spark', width: 80, share: 0 },
  { id: 'age', width: 88, share: 0 },
] as const;

export type Column = (typeof columns)[number];
export type ColumnId = Column['id'];

/** What a row cannot do without, in a room however small. */
export const fixedColumns: readonly ColumnId[] = ['symbol', 'last'];

/** What goes first when there is no room for all that is chosen. */
const leastWanted: readonly ColumnId[] = [
  ...(['sector', 'spread', 'change', 'range', 'volume', 'bid', 'ask', 'spark', 'name', 'age'] as const),
];

/** Room in which bid and ask have their sizes beside them, px. */
const SIZES_FROM = 1100;
const SIZE_WIDTH = 44;

/** What of the chosen columns has room in `width` px. */
export function fitting(chosen: ReadonlySet<ColumnId>, width: number): readonly Column[] {
  let shown = columns.filter(({ id }) => chosen.has(id) || fixedColumns.includes(id));
  for (const id of leastWanted) {
    if (needed(shown, width) <= width) break;
    shown = shown.filter((column) => column.id !== id);
  }
  return shown;
}

/** The columns as CSS tracks. */
export const tracks = (shown: readonly Column[], width: number): string =>
  shown
    .map((column) => {
      const least = `${widthOf(column, width)}px`;
      return column.share === 0 ? least : `minmax(${least}, ${column.share}fr)`;
    })
    .join(' ');

/** Whether bid and ask have room for their sizes. */
export const withSizes = (width: number): boolean => width >= SIZES_FROM;

const needed = (shown: readonly Column[], width: number) =>
  shown.reduce((sum, column) => sum + widthOf(column, width), 0);

const widthOf = ({ id, width }: Column, room: number) =>
  (id === 'bid' || id === 'ask') && withSizes(room) ? width + SIZE_WIDTH : width;

/** Columns as an address says them; `null` for all of them. */
export const columnsText = (chosen: ReadonlySet<ColumnId>): string | null =>
  columns.every(({ id }) => chosen.has(id)) ? null : [...chosen].join('.');

/** The columns named in what a device kept, or an address says; all of them when that is no list. */
export function chosenIn(kept: unknown): ReadonlySet<ColumnId> {
  if (!Array.isArray(kept)) return new Set(columns.map(({ id }) => id));
  return new Set(columns.map(({ id }) => id).filter((id) => kept.includes(id)));
}
