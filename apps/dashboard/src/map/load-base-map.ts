import type { BaseMap } from '@tickway/tracking';

/**
 * Fetches an offline base map.
 *
 * @throws Error when there is none, or what comes is not one
 */
export async function loadBaseMap(address: string, signal: AbortSignal): Promise<BaseMap> {
  const answer = await fetch(address, { signal });
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
