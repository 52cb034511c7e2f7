import type { QuoteLine } from './quote-line';

/** What the board can be sorted by. */
export const sortColumns = [
  'symbol',
  'name',
  'sector',
  'last',
  'change',
  'percent',
  'bid',
  'ask',
  'spread',
  'volume',
  'range',
  'age',
] as const;

export type SortColumn = (typeof sortColumns)[number];

/** How the board is sorted. */
export interface Order {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The board's order unless the viewer wants another. */
export const defaultOrder: Order = { column: 'symbol', direction: 'ascending' };

/** The order that an address says: `percent` from the least up, `-percent` from the greatest down. */
export function orderIn(text: string | null): Order {
  const column = sortable(text?.replace(/^-/, '') ?? '');
  return column ? { column, direction: text?.startsWith('-') ? 'descending' : 'ascending' } : defaultOrder;
}

/** An order as an address says it; `null` for the default. */
export function orderText({ column, direction }: Order): string | null {
  const text = direction === 'descending' ? `-${column}` : column;
  return text === defaultOrder.column ? null : text;
}

/** The order after a press on a column's head: the other way round, or the way one wants first for that column. */
export function pressed(order: Order, column: SortColumn): Order {
  if (order.column === column)
    return { column, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
  return { column, direction: upwards.includes(column) ? 'ascending' : 'descending' };
}

/** Whether the order by this column changes with every tick, so that no row can be left out of it. */
export const isMoving = (column: SortColumn): boolean => !['symbol', 'name', 'sector'].includes(column);

const upwards: readonly SortColumn[] = ['symbol', 'name', 'sector', 'age'];

/** The lines in order: equal ones by symbol, lines without the value last whichever way the order runs. */
export function inOrder(lines: readonly QuoteLine[], order: Order): readonly QuoteLine[] {
  const value = values[order.column];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return [...lines].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return rank(x) - rank(y) || bySymbol(a, b);
    return sign * compare(x, y) || bySymbol(a, b);
  });
}

/** The column if the board can be sorted by it. */
export const sortable = (column: string): SortColumn | undefined =>
  sortColumns.find((name) => name === column);

/** Whether a line is looked for: its symbol begins with `search`, or its name or sector holds it. */
export function matches(line: QuoteLine, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return (
    line.key.toLowerCase().startsWith(wanted) ||
    line.name.toLowerCase().includes(wanted) ||
    line.sector.toLowerCase().includes(wanted)
  );
}

type Value = string | number | undefined;

const values: Readonly<Record<SortColumn, (line: QuoteLine) => Value>> = {
  symbol: ({ key }) => key,
  name: ({ name }) => name,
  sector: ({ sector }) => sector,
  last: ({ last }) => last,
  change: ({ change }) => change,
  percent: ({ percent }) => percent,
  bid: ({ bid }) => bid,
  ask: ({ ask }) => ask,
  spread: ({ spread }) => spread,
  volume: ({ volume }) => volume,
  range: ({ place }) => place,
  age: ({ at }) => -at,
};

const rank = (value: Value) => (value === undefined ? 1 : 0);
const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const bySymbol = (a: QuoteLine, b: QuoteLine) => compare(a.key, b.key);
