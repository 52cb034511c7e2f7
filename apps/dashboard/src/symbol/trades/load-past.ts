import { InjectionToken } from '@angular/core';
import type { Interval } from '@tickway/market';
import type { Key } from '@tickway/protocol';
import { httpPast } from './http-past';
import type { Past } from './past';
import type { Telling } from './telling';
import type { Told } from './told-trade';

/** What is asked of history about a symbol. */
export interface PastWish {
  readonly key: Key;
  /** What its bars are made of. */
  readonly telling: Telling;
  readonly interval: Interval;
  /** The server's time, epoch ms. */
  readonly now: number;
  /** The moment of the past as of which everything is wanted, epoch ms, server clock; absent: the present. */
  readonly at?: number | undefined;
  readonly signal: AbortSignal;
}

/** What history knows of a symbol. */
export interface SymbolPast {
  /** Bars of the wished interval. */
  readonly chart: Past;
  /** The bar of the day. */
  readonly day: Past;
  /** What was told in the minute before, in order. */
  readonly told: readonly Told[];
}

/**
 * Asks history about a symbol. `behind`: it has not heard yet what is needed, so ask again soon.
 *
 * @throws Error when history is off, and why
 */
export type LoadPast = (wish: PastWish) => Promise<SymbolPast | 'behind'>;

/** How the symbol page asks history. */
export const LOAD_PAST = new InjectionToken<LoadPast>('how to load the past', {
  providedIn: 'root',
  factory: () => httpPast((url, options) => fetch(url, options)),
});
