import type { Received, Topic } from '@tickway/protocol';
import type { Observable } from 'rxjs';

/** A stretch of the past that is asked for, all times epoch ms of commit. */
export interface PageWish {
  readonly topics: readonly Topic[];
  /** `at`: first the state at that time. `after`: go on from a page that told everything up to and with that time. */
  readonly begin: { readonly at: number } | { readonly after: number };
  readonly to: number;
  /** Rows after which the page ends, about. */
  readonly most: number;
}

/** Part of a stretch. */
export interface HistoryPage {
  readonly frames: readonly Received[];
  /** Everything up to and with this time is told, epoch ms; undefined: everything of the stretch. */
  readonly next: number | undefined;
}

/** Reads one page, then completes; unsubscribing gives the request up. */
export type ReadPage = (wish: PageWish) => Observable<HistoryPage>;
