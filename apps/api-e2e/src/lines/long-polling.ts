import { polls } from './polls';

/** Longest that a poll is parked, ms: short, so that tests meet the end of the wait. */
export const WAIT_MS = 2_000;

/** `GET /feed/long-polling`: an answer when there is something. */
export const openLongPolling = polls({
  address: (query) => `/feed/long-polling?${query}&waitMs=${WAIT_MS}`,
  pauseMs: 1,
});
