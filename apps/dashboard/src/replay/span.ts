import type { Extent } from './extent';

/** A stretch of time, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Shorter than this there is nothing to go back to, ms. */
export const LEAST_SPAN_MS = 2_000;

/** The stretch in which all of `topics` can be told; undefined when there is none. */
export function spanOf({ oldest, newest }: Extent, topics: readonly string[]): Span | undefined {
  const begun = topics.flatMap((topic) => oldest.get(topic) ?? []);
  const from = Math.max(...begun);
  if (begun.length === 0 || newest === undefined || newest - from < LEAST_SPAN_MS) return undefined;
  return { from, to: newest };
}

/** How much of the record the slider may show, ms; the whole is always one more choice. */
export const windowsMs = [5, 15, 60, 360, 1440].map((minutes) => minutes * 60_000);

/**
 * The part of `span` that the slider shows: the newest `wideMs` of it, moved back as far as `at` needs to stay in view,
 * with a tenth of it before.
 */
export function windowOf({ from, to }: Span, wideMs: number, at: number): Span {
  const wide = Math.min(wideMs, to - from);
  const end = at >= to - wide ? to : Math.max(at + 0.9 * wide, from + wide);
  return { from: end - wide, to: end };
}

/** Where a moment is in a span, as a share of 1, within it. */
export const placeIn = ({ from, to }: Span, at: number): number =>
  Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from)));
