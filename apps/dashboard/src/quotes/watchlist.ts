import { isKey, type Key } from '@tickway/protocol';

/** Symbols that a viewer wants to see together, in the order they were put on. */
export interface Watchlist {
  readonly name: string;
  readonly symbols: readonly Key[];
}

/** Most symbols of a list: what a filter can name, with room for the page's own. */
const MOST = 400;

/** The list with `symbol` on it, or without it if it was. */
export const toggled = ({ name, symbols }: Watchlist, symbol: Key): Watchlist => ({
  name,
  symbols: symbols.includes(symbol) ? symbols.filter((one) => one !== symbol) : [...symbols, symbol],
});

/** Reads what a device kept; what is no watchlist is left out. */
export function readLists(value: unknown): readonly Watchlist[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('symbols' in one)) return [];
    const { name, symbols } = one;
    return typeof name === 'string' && Array.isArray(symbols) ? [{ name, symbols: keysOf(symbols) }] : [];
  });
}

/** The list that an address spells out: `?symbols=ACME,BOLT&list=Mine`. */
export function listInAddress(list: string | null, symbols: string | null): Watchlist | undefined {
  return symbols === null ? undefined : { name: list ?? '', symbols: keysOf(symbols.split(',')) };
}

const keysOf = (values: readonly unknown[]): readonly Key[] =>
  [...new Set(values.filter(isKey))].slice(0, MOST);
