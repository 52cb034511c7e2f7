import { computed, effect, inject, signal, type Signal, untracked } from '@angular/core';
import type { Filter, Key } from '@tickway/protocol';
import { injectFormats } from '../language/inject-formats';
import { Live, topics } from '../live/live';
import { injectEnded } from './inject-ended';
import { linger } from './linger';
import { QuoteBook } from './quote-book';
import { indexKeys } from './quote-line';

/** How long a row that left the view is asked for still, ms. */
const LINGER_MS = 3000;

/** How often all symbols are asked for, ms, and how long: a symbol that is new would else never be seen. */
const [CALL_EVERY_MS, CALL_MS] = [60_000, 3000];

/** What a board wants to be told of. */
export interface AskedRowsOptions {
  /** Rows in view, in whatever order. */
  readonly inView: Signal<readonly Key[]>;
  /** All rows of the board, if its order or its search needs them all; else `undefined`. */
  readonly all: Signal<readonly Key[] | undefined>;
}

/** What is left out of what could come. */
export interface Saving {
  /** Share of the symbols that is asked for, of 1. */
  readonly share: number;
  /** Estimate of the bytes a second that do not come. */
  readonly bytesPerSecond: number;
}

/**
 * Asks for the rows in view only, as long as whoever is being constructed lives. An index is always asked for: it moves
 * several times a second, so its silence is the connection's. Once a minute the roll is called.
 */
export function injectAskedRows({ inView, all }: AskedRowsOptions) {
  const [live, book] = [inject(Live), inject(QuoteBook)];
  const stay = linger(LINGER_MS);
  const openedAt = untracked(live.time);
  const asked = signal<readonly Key[] | undefined>(undefined, { equal: sameKeys });
  const calling = computed(() => (live.time() - openedAt) % CALL_EVERY_MS < CALL_MS);
  effect(() => {
    const wanted = all() ?? inView();
    const lingering = stay(wanted, live.time());
    asked.set(book.arrived() ? unlessAll([...lingering, ...indexKeys(book)], book.keys()) : undefined);
  });
  live.need(
    topics.quotes,
    computed((): Filter | undefined => {
      const keys = asked();
      return keys && !calling() ? { keys } : undefined;
    }),
  );
  injectEnded({ asked, calling });
  return { asked, saving: computed(() => savingOf(asked(), book)) };
}

/** {@link Saving} in words. */
export function injectSavingFormat() {
  const formats = injectFormats();
  return ({ share, bytesPerSecond }: Saving) => ({
    share: formats().percent(share),
    bytes: formats().bytes(bytesPerSecond),
  });
}

function savingOf(asked: readonly Key[] | undefined, book: QuoteBook): Saving | undefined {
  const known = book.keys().length;
  if (!asked || known === 0 || asked.length >= known) return undefined;
  const rate = book.rowsPerSecond() / Math.max(1, asked.length);
  return {
    share: asked.length / known,
    bytesPerSecond: Math.round(rate * (known - asked.length) * book.rowBytes()),
  };
}

function unlessAll(keys: readonly Key[], known: readonly Key[]): readonly Key[] | undefined {
  const wanted = new Set(keys);
  return known.every((key) => wanted.has(key)) ? undefined : [...wanted].sort();
}

const sameKeys = (a: readonly Key[] | undefined, b: readonly Key[] | undefined) => a?.join() === b?.join();
