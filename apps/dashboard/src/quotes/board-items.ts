import type { Key } from '@tickway/protocol';
import type { QuoteLine } from './quote-line';

/** What stands in one place of the board: a symbol, or the head of a sector's group. */
export type BoardItem =
  | { readonly type: 'quote'; readonly id: string; readonly key: Key }
  | { readonly type: 'group'; readonly id: string; readonly sector: string; readonly count: number };

/** The lines as they stand on the board: one after the other, or by sector under a head each, sectors by name. */
export function boardItems(lines: readonly QuoteLine[], grouped: boolean): readonly BoardItem[] {
  if (!grouped) return lines.map(quoteItem);
  const sectors = new Map<string, QuoteLine[]>();
  for (const line of lines) sectors.set(line.sector, [...(sectors.get(line.sector) ?? []), line]);
  return [...sectors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sector, members]) => [
      { type: 'group', id: `group ${sector}`, sector, count: members.length } as const,
      ...members.map(quoteItem),
    ]);
}

const quoteItem = ({ key }: QuoteLine) => ({ type: 'quote', id: key, key }) as const;

/** Whether two boards are the same but for the values in their rows. */
export const sameItems = (a: readonly BoardItem[], b: readonly BoardItem[]): boolean =>
  a.length === b.length && a.every((item, i) => sameItem(item, b[i]));

const sameItem = (a: BoardItem, b: BoardItem | undefined) =>
  a.id === b?.id && (a.type === 'quote' || (b.type === 'group' && a.count === b.count));
