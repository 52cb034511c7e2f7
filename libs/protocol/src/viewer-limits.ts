import { FeedError } from './feed-error';
import { jsonObject } from './json-object';
import { limits } from './limits';

/** How often and how much a viewer wants to be told at most; what is absent is not limited. */
export interface ViewerLimits {
  /** Takes a second, {@link limits.frequency}. */
  readonly maxFrequency?: number;
  /** Bytes of frames a second, whole, {@link limits.bandwidth}. */
  readonly maxBandwidth?: number;
}

/** The query's parameters that state them. */
export const limitParameters = ['maxFrequency', 'maxBandwidth'] as const;

/**
 * Reads limits from parsed JSON.
 *
 * @throws FeedError `bad_request` for any other member, and for a number out of bounds
 */
export function parseViewerLimits(value: unknown): ViewerLimits {
  const { maxFrequency, maxBandwidth, ...unknown } = jsonObject(value, notLimits);
  if (Object.keys(unknown).length > 0) throw notLimits();
  return {
    ...(maxFrequency !== undefined && { maxFrequency: frequency(maxFrequency) }),
    ...(maxBandwidth !== undefined && { maxBandwidth: bandwidth(maxBandwidth) }),
  };
}

/**
 * Reads limits from a query: `maxFrequency=0.5`, `maxBandwidth=20000`.
 *
 * @throws FeedError `bad_request` for what is no number within the bounds
 */
export function parseLimitsQuery(query: URLSearchParams): ViewerLimits {
  const maxFrequency = query.get('maxFrequency');
  const maxBandwidth = query.get('maxBandwidth');
  return {
    ...(maxFrequency !== null && { maxFrequency: frequency(numberIn(maxFrequency)) }),
    ...(maxBandwidth !== null && { maxBandwidth: bandwidth(numberIn(maxBandwidth)) }),
  };
}

/** Writes limits as {@link parseLimitsQuery} reads them. */
export function appendLimits(query: URLSearchParams, wanted: ViewerLimits): void {
  for (const name of limitParameters) {
    const value = wanted[name];
    if (value !== undefined) query.append(name, `${value}`);
  }
}

function frequency(value: unknown): number {
  const { least, most } = limits.frequency;
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw new FeedError('bad_request', `maxFrequency is ${least} to ${most} takes a second`);
}

function bandwidth(value: unknown): number {
  const { least, most } = limits.bandwidth;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new FeedError('bad_request', `maxBandwidth is ${least} to ${most} whole bytes a second`);
}

/** A plain decimal number; everything else is out of all bounds. */
const numberIn = (text: string) => (/^[0-9]{1,9}(?:\.[0-9]{1,9})?$/.test(text) ? Number(text) : NaN);

const notLimits = () => new FeedError('bad_request', 'limits are {"maxFrequency":…,"maxBandwidth":…}');
