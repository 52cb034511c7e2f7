import { limits, type Filter } from '@tickway/protocol';

/**
 * The narrowest filter that holds all of `filters`; `undefined` stands for everything, as one filter and as the
 * answer. Keys and cells cannot be said together, nor more than the limits: then everything is asked for.
 */
export function unionOf(filters: readonly (Filter | undefined)[]): Filter | undefined {
  const said = filters.filter((filter) => filter !== undefined);
  if (said.length < filters.length) return undefined;
  const keys = single(said.flatMap((filter) => ('keys' in filter ? filter.keys : [])));
  const cells = single(said.flatMap((filter) => ('cells' in filter ? filter.cells : [])));
  if (keys.length > limits.keys || cells.length > limits.cells) return undefined;
  if (cells.length === 0) return { keys };
  return keys.length === 0 ? { cells } : undefined;
}

const single = <Name extends string>(names: readonly Name[]): readonly Name[] => [...new Set(names)].sort();
