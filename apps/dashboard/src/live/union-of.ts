import { limits, type Filter, type Key } from '@tickway/protocol';

/**
 * The narrowest filter that holds all of `filters`; `undefined` stands for everything, as one filter and as the
 * answer. Keys and cells cannot be said together, nor more than the limits: then everything is asked for.
 */
export function unionOf(filters: readonly (Filter | undefined)[]): Filter | undefined {
  const keys = new Set<Key>();
  const cells = new Set<string>();
  for (const filter of filters) {
    if (filter === undefined) return undefined;
    if ('keys' in filter) for (const key of filter.keys) keys.add(key);
    else for (const cell of filter.cells) cells.add(cell);
  }
  if (cells.size === 0) return keys.size > limits.keys ? undefined : { keys: [...keys].sort() };
  return keys.size > 0 || cells.size > limits.cells ? undefined : { cells: [...cells].sort() };
}
