import { limitParameters, parseLimitsQuery, type ViewerLimits } from '@tickway/protocol';
import type { Params } from '@angular/router';

/** The viewer's limits that an address states, as a request would: `?maxFrequency=2&maxBandwidth=20000`. */
export function limitsIn(search: string): ViewerLimits {
  try {
    return parseLimitsQuery(new URLSearchParams(search));
  } catch {
    // A FeedError: the address was written by hand, and what it states cannot be asked for.
    return {};
  }
}

/** The parameters that state limits; `null` for one that is not limited. */
export const limitsParameters = (limits: ViewerLimits): Params =>
  Object.fromEntries(limitParameters.map((name) => [name, limits[name] ?? null]));

/** Whether two state the same. */
export const sameLimits = (a: ViewerLimits, b: ViewerLimits): boolean =>
  limitParameters.every((name) => a[name] === b[name]);
