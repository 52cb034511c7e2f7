import { FeedError } from './feed-error';
import { jsonObject } from './json-object';
import { limits } from './limits';

/** How often and how much a viewer wants to be told at most, and how soon; what is absent is not limited. */
export interface ViewerLimits {
  /** Takes a second, {@link limits.frequency}. */
  readonly maxFrequency?: number;
  /** Bytes of frames a second, whole, {@link limits.bandwidth}. */
  readonly maxBandwidth?: number;
  /**
   * The coalescing window: from there being something to tell to the take of it and of all that has come
   * meanwhile, ms, whole, {@link limits.window}.
   */
  readonly windowMs?: number;
}

/** The query's parameters that state them. */
export const limitParameters = ['maxFrequency', 'maxBandwidth', 'windowMs'] as const;

/**
 * Reads limits from parsed JSON.
 *
 * @throws FeedError `bad_request` for any other member, and for a number out of bounds
 */
export function parseViewerLimits(value: unknown): ViewerLimits {
  const { maxFrequency, maxBandwidth, windowMs, ...unknown } = jsonObject(value, notLimits);
  if (Object.keys(unknown).length > 0) throw notLimits();
  return {
    ...(maxFrequency !== undefined && { maxFrequency: frequency(maxFrequency) }),
    ...(maxBandwidth !== undefined && { maxBandwidth: bandwidth(maxBandwidth) }),
    ...(windowMs !== undefined && { windowMs: coalescing(windowMs) }),
  };
}

/**
 * Reads limits from a query: `maxFrequency=0.5`, `maxBandwidth=20000`, `windowMs=10`.
 *
 * @throws FeedError `bad_request` for what is no number within the bounds
 */
export function parseLimitsQuery(query: URLSearchParams): ViewerLimits {
  const stated = limitParameters.filter((name) => query.has(name));
  return parseViewerLimits(Object.fromEntries(stated.map((name) => [name, numberIn(query.get(name) ?? '')])));
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
  if (isWhole(value) && value >= least && value <= most) return value;
  throw new FeedError('bad_request', `maxBandwidth is ${least} to ${most} whole bytes a second`);
}

function coalescing(value: unknown): number {
  const { least, most } = limits.window;
  if (isWhole(value) && value >= least && value <= most) return value;
  throw new FeedError('bad_request', `windowMs is ${least} to ${most} whole milliseconds`);
}

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** A plain decimal number; everything else is out of all bounds. */
const numberIn = (text: string) => (/^[0-9]{1,9}(?:\.[0-9]{1,9})?$/.test(text) ? Number(text) : NaN);

const notLimits = () =>
  new FeedError('bad_request', 'limits are {"maxFrequency":…,"maxBandwidth":…,"windowMs":…}');
