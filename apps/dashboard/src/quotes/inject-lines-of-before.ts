import { computed, effect, inject, untracked } from '@angular/core';
import { Live } from '../live/live';
import { CLOSE_MS, LOAD_CLOSES } from './load-closes';
import { QuoteBook } from './quote-book';

/** How long a story lasts before it is asked for, ms: who draws the slider along looks at moments that are over at once. */
const SETTLED_MS = 300;

/**
 * Lets lines of prices begin with what history tells of the last two minutes before each story, as long as whoever is
 * being constructed lives.
 */
export function injectLinesOfBefore(): void {
  const [live, book, load] = [inject(Live), inject(QuoteBook), inject(LOAD_CLOSES)];
  const known = computed(() => book.keys().length > 0);
  const fill = async (signal: AbortSignal) => {
    const at = live.replayed() ? live.serverNow() : undefined;
    try {
      const closes = await load({ keys: book.keys(), at, signal });
      if (!signal.aborted) for (const [key, before] of closes) book.fill(key, before, CLOSE_MS);
    } catch {
      // History is off or out of reach: the lines begin with what comes, as they would without it.
    }
  };
  effect((over) => {
    live.story();
    if (!known()) return;
    const leaving = new AbortController();
    const settled = setTimeout(() => void untracked(() => fill(leaving.signal)), SETTLED_MS);
    over(() => {
      clearTimeout(settled);
      leaving.abort();
    });
  });
}
