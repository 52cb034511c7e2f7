import { DOCUMENT, inject, Service } from '@angular/core';
import { catchError, defer, map, of, repeat, share, timeout, timer, type Observable } from 'rxjs';
import { fromFetch } from 'rxjs/fetch';
import { parseStats, type Stats } from './parse-stats';

/** A reading of the server's books, asked and answered at epoch ms of this machine's clock, or the reason why there is none. */
export type Reading =
  | { readonly stats: Stats; readonly askedAt: number; readonly answeredAt: number }
  | { readonly failed: string };

const EVERY_MS = 1_000;
const ANSWER_MS = 5_000;

/** The server's `/stats`, asked once a second as long as somebody listens; one request for all who do. */
@Service()
export class ServerStats {
  private readonly url = new URL('/stats', inject(DOCUMENT).defaultView?.location.origin).href;

  readonly readings: Observable<Reading> = defer(() => ask(this.url)).pipe(
    repeat({ delay: () => timer(EVERY_MS) }),
    share({ resetOnRefCountZero: true, resetOnComplete: true, resetOnError: true }),
  );
}

function ask(url: string): Observable<Reading> {
  const askedAt = Date.now();
  return fromFetch(url, { cache: 'no-store', selector: (response) => response.json() }).pipe(
    timeout(ANSWER_MS),
    map((body: unknown) => ({ stats: parseStats(body), askedAt, answeredAt: Date.now() })),
    // No network, no answer in time, or a server whose books look otherwise: the page says so and asks again.
    catchError((error: unknown) => of({ failed: error instanceof Error ? error.message : String(error) })),
  );
}
