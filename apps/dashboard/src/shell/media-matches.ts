import { signal, type Signal } from '@angular/core';

/** Whether a media query matches, as a signal. */
export function mediaMatches(window: Window | null, query: string): Signal<boolean> {
  const media = window?.matchMedia(query);
  const matches = signal(media?.matches ?? false);
  media?.addEventListener('change', ({ matches: now }) => matches.set(now));
  return matches.asReadonly();
}
