import type { BaseMap } from '@tickway/tracking';

/** Where the server keeps it. */
const ADDRESS = '/data/nyc/base-map.json';

/**
 * Fetches the offline base map.
 *
 * @throws Error when there is none, or what comes is not one
 */
export async function loadBaseMap(signal: AbortSignal): Promise<BaseMap> {
  const answer = await fetch(ADDRESS, { signal });
  if (!answer.ok) throw new Error(`the base map was answered with ${answer.status}`);
  return parseBaseMap(await answer.json());
}

/** Checks the format's name only: the file is our own, made and served with this page. */
export function parseBaseMap(value: unknown): BaseMap {
  if (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'tickway-base-map/1'
  )
    return value as BaseMap;
  throw new Error('not a base map of format tickway-base-map/1');
}
