import { DestroyRef, inject, signal, untracked } from '@angular/core';
import { catchError, merge, of, Subject, switchMap, timer } from 'rxjs';
import type { Extent } from './extent';
import { HISTORY } from './history';

/** How often the server is asked how far its record reaches; and, when it could not tell, again, ms. */
const ASK_EVERY_MS = 10_000;

/** What the server says of its record; `none`: it keeps none. */
export type ToldExtent = Extent | 'asking' | 'none' | 'unreachable';

/** What the server says of its record, asked again and again as long as whoever is being constructed lives. */
export function injectExtent() {
  const history = inject(HISTORY);
  const again = new Subject<void>();
  // Each answer is news, also one that says the same: who is at the end of the record waits for it.
  const told = signal<ToldExtent>('asking', { equal: () => false });
  const asking = merge(timer(0, ASK_EVERY_MS), again)
    .pipe(switchMap(() => history.extent().pipe(catchError(() => of('unreachable' as const)))))
    .subscribe((extent) => {
      // What was known of the record stays true while the server does not answer.
      if (extent !== 'unreachable' || typeof untracked(told) === 'string') told.set(extent ?? 'none');
    });
  inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  return { extent: told.asReadonly(), askAgain: () => again.next() };
}
