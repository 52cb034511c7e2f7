import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  map,
  take,
  timeout,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import { fromFetch } from 'rxjs/fetch';
import type { RoundTrip } from './clock-estimate';

/** Some quick questions first, as one alone may have met a delay; then now and then, as clocks drift. */
const FIRST = 5;
const FIRST_EVERY_MS = 250;
const EVERY_MS = 30_000;
const ANSWER_MS = 5_000;

/** Asks `GET /feed/clock` for the server's time as long as it is subscribed to. */
export const clockRoundTrips = (url: string, scheduler: SchedulerLike): Observable<RoundTrip> =>
  concat(timer(0, FIRST_EVERY_MS, scheduler).pipe(take(FIRST)), timer(EVERY_MS, EVERY_MS, scheduler)).pipe(
    concatMap(() => roundTrip(url, scheduler)),
  );

const roundTrip = (url: string, scheduler: SchedulerLike): Observable<RoundTrip> =>
  defer(() => {
    const askedAt = scheduler.now();
    return fromFetch(new URL('/feed/clock', url).href, {
      cache: 'no-store',
      selector: (response) => response.json(),
    }).pipe(
      timeout({ each: ANSWER_MS, scheduler }),
      map((answer: unknown) => ({ askedAt, answeredAt: scheduler.now(), serverAt: nowOf(answer) })),
      // No network, no answer in time, or none of ours: the estimate stays, the connection finds out for itself.
      catchError(() => EMPTY),
    );
  });

function nowOf(answer: unknown): number {
  if (typeof answer === 'object' && answer !== null && 'now' in answer && typeof answer.now === 'number')
    return answer.now;
  throw new TypeError('not {"now": epoch ms}');
}
