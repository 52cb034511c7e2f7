import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Extent } from './extent';
import type { ReadPage } from './history-page';
import { httpHistory } from './http-history';

/** The server's memory, as a page asks it. */
export interface History {
  /** How much it holds; undefined when the server keeps no history. Errors when it cannot be asked. */
  readonly extent: () => Observable<Extent | undefined>;
  readonly read: ReadPage;
}

/** The server's history, or in a spec a fake that implements the same seam. */
export const HISTORY = new InjectionToken<History>('history', {
  providedIn: 'root',
  factory: () => httpHistory(inject(DOCUMENT).location.origin),
});
