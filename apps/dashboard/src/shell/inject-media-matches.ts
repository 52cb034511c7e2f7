import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** Whether a media query matches, as a signal for as long as whoever is being constructed lives. */
export function injectMediaMatches(query: string): Signal<boolean> {
  const media = inject(DOCUMENT).defaultView?.matchMedia(query);
  const matches = signal(media?.matches ?? false);
  const follow = () => matches.set(media?.matches ?? false);
  media?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', follow));
  return matches.asReadonly();
}
