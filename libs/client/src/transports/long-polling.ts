import { defer, repeat, takeUntil } from 'rxjs';
import type { Transport } from '../transport';
import { answer } from './answer';
import type { PaceOptions, TransportOptions } from './options';

/** How much later than the end of the wait an answer may come, ms. */
const SLACK_MS = 5_000;

/** Asks, and the server answers when there is something to tell, or at the end of the wait; then asks again. */
export function longPolling(options: TransportOptions & Pick<PaceOptions, 'longPollWaitMs'>): Transport {
  const { longPollWaitMs } = options;
  return {
    name: 'long-polling',
    asks: 'request',
    silenceMs: () => longPollWaitMs + SLACK_MS,
    open: (wish) =>
      defer(() => {
        // The first question does not park: its answer shows that the server is there.
        let waitMs = 0;
        return defer(() => {
          const parameters = { waitMs: `${waitMs}` };
          waitMs = longPollWaitMs;
          return answer(
            { transport: 'long-polling', subscriptions: wish.current(), parameters },
            options,
          ).pipe(takeUntil(wish.changed));
        }).pipe(repeat());
      }),
  };
}
