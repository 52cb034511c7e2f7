import { DOCUMENT, inject, Service } from '@angular/core';
import { catchError, defer, EMPTY, map, of, repeat, share, timeout, timer, type Observable } from 'rxjs';
import { fromFetch } from 'rxjs/fetch';
import type { Trip } from '../race/race-clock';
import { parseClock } from './parse-clock';
import { parseStats, type Stats } from '@tickway/report';

/** A reading of the server's books, asked and answered at epoch ms of this machine's clock, or the reason why there is none. */
export type Reading =
  | { readonly stats: Stats; readonly askedAt: number; readonly answeredAt: number }
  | { readonly failed: string };

const EVERY_MS = 1_000;
const ANSWER_MS = 5_000;

/** How often the server is asked for its time before a race, while the page is still quiet. */
const CLOCK_TRIPS = 6;

/** The server's `/stats`, asked once a second as long as somebody listens; one request for all who do. */
@Service()
export class ServerStats {
  private readonly origin = inject(DOCUMENT).defaultView?.location.origin;

  /** Some quick questions after the server's time, one after the other; completes, with fewer if the server does not answer. */
  readonly clockTrips: Observable<Trip> = defer(() => askClock(this.origin)).pipe(repeat(CLOCK_TRIPS));

  readonly readings: Observable<Reading> = defer(() => ask(this.origin)).pipe(
    repeat({ delay: () => timer(EVERY_MS) }),
    share({ resetOnRefCountZero: true, resetOnComplete: true, resetOnError: true }),
  );
}

function ask(origin: string | undefined): Observable<Reading> {
  const askedAt = Date.now();
  return fromFetch(new URL('/stats', origin).href, {
    cache: 'no-store',
    selector: (response) => response.json(),
  }).pipe(
    timeout(ANSWER_MS),
    map((body: unknown) => ({ stats: parseStats(body), askedAt, answeredAt: Date.now() })),
    // No network, no answer in time, or a server whose books look otherwise: the page says so and asks again.
    catchError((error: unknown) => of({ failed: error instanceof Error ? error.message : String(error) })),
  );
}

function askClock(origin: string | undefined): Observable<Trip> {
  const askedAt = Date.now();
  const url = new URL('/feed/clock', origin).href;
  return fromFetch(url, { cache: 'no-store', selector: (response) => response.json() }).pipe(
    timeout(ANSWER_MS),
    map((body: unknown) => ({ askedAt, serverAt: parseClock(body), answeredAt: Date.now() })),
    // The race then takes the time from the server's books, if they can be read.
    catchError(() => EMPTY),
  );
}
