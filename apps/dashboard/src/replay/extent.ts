import type { Span } from './span';

/** How much of the past a server can tell, and whether it goes on recording. */
export interface Extent {
  readonly recording: boolean;
  /** Why nothing new is recorded, in the server's words. */
  readonly reason?: string;
  /** Since when each topic can be told, epoch ms. */
  readonly oldest: ReadonlyMap<string, number>;
  /** The newest that can be told, epoch ms; undefined when there is nothing. */
  readonly newest: number | undefined;
  /** Where not everything was recorded, epoch ms. */
  readonly cuts: readonly Span[];
}

/** Reads the answer of `GET /history`; undefined when it is none. */
export function parseExtent(answer: unknown): Extent | undefined {
  const { state, reason, oldest, newest, cuts } = membersOf(answer);
  if (state !== 'on' && state !== 'off') return undefined;
  return {
    recording: state === 'on',
    ...(typeof reason === 'string' && { reason }),
    oldest: new Map(Object.entries(membersOf(oldest)).filter(isTime)),
    newest: typeof newest === 'number' ? newest : undefined,
    cuts: Array.isArray(cuts) ? cuts.flatMap(cutIn) : [],
  };
}

const membersOf = (value: unknown): Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function cutIn(value: unknown): readonly Span[] {
  const { from, to } = membersOf(value);
  return typeof from === 'number' && typeof to === 'number' ? [{ from, to }] : [];
}

const isTime = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === 'number';
