import { InjectionToken } from '@angular/core';
import { isKey, type Key } from '@tickway/protocol';

/** A price at the end of a stretch. */
export interface Close {
  /** When the stretch began, epoch ms. */
  readonly at: number;
  /** Dollars. */
  readonly price: number;
}

/** Of which symbols, and when. */
export interface ClosesWish {
  readonly keys: readonly Key[];
  /** The moment of the past before which they are wanted, epoch ms; absent: the present. */
  readonly at: number | undefined;
  readonly signal: AbortSignal;
}

/** Asks history for the last closes, {@link CLOSE_MS} apart. @throws Error when it cannot tell */
export type LoadCloses = (wish: ClosesWish) => Promise<ReadonlyMap<Key, readonly Close[]>>;

/** How far apart closes are, ms. */
export const CLOSE_MS = 5_000;

/** The most symbols of one question. */
const MOST_KEYS = 128;

/** How the board asks history. */
export const LOAD_CLOSES = new InjectionToken<LoadCloses>('how to load closes', {
  providedIn: 'root',
  factory: () => async (wish) => {
    const answer = await fetch(`/history/closes?${queryOf(wish).toString()}`, { signal: wish.signal });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return parseCloses(await answer.json());
  },
});

function queryOf({ keys, at }: ClosesWish): URLSearchParams {
  const query = new URLSearchParams(keys.slice(0, MOST_KEYS).map((key) => ['key', key]));
  query.set('interval', `${CLOSE_MS / 1_000}s`);
  if (at !== undefined) query.set('before', String(Math.floor(at / 1_000) * 1_000));
  return query;
}

/** Reads an answer of history; what is no close is left out. */
export function parseCloses(answer: unknown): ReadonlyMap<Key, readonly Close[]> {
  const { closes } = membersOf(answer);
  return new Map(
    Object.entries(membersOf(closes)).flatMap(([key, told]) =>
      isKey(key) && Array.isArray(told) ? [[key, told.flatMap(closeIn)] as const] : [],
    ),
  );
}

function closeIn(told: unknown): readonly Close[] {
  const pair: readonly unknown[] = Array.isArray(told) ? told : [];
  const [at, price] = pair;
  return typeof at === 'number' && typeof price === 'number' ? [{ at, price }] : [];
}

const membersOf = (value: unknown): Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
