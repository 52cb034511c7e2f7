import { InjectionToken } from '@angular/core';

/** What is loaded before a stream opens, which may take the last connection that the browser gives to the server. */
export const BEFORE_STREAM = new InjectionToken<() => Promise<unknown>>('before stream', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(),
});

/** Longest wait for it, ms: values come before what may never be looked at. */
const MOST_MS = 3_000;

/** Loads it; done when it has come, cannot come, or has not come in time. */
export const loadFirst = (load: () => Promise<unknown>): Promise<unknown> =>
  Promise.race([load().catch(() => undefined), new Promise((done) => setTimeout(done, MOST_MS))]);
