import { polls } from './polls';

/** `GET /feed/polling`: an answer at once, whatever there is. */
export const openPolling = polls({ address: (query) => `/feed/polling?${query}`, pauseMs: 40 });
