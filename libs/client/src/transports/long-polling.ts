import {
  asyncScheduler,
  defer,
  of,
  race,
  repeat,
  take,
  takeUntil,
  tap,
  timer,
  type SchedulerLike,
} from 'rxjs';
import type { Transport, Wish } from '../transport';
import { answer } from './answer';
import { keepAliveParameter } from './keep-alive-parameter';
import type { PaceOptions, TransportOptions } from './options';
import { Turn } from './turn';

/** How much later than the end of the wait an answer may come, ms. */
const SLACK_MS = 5_000;

/** Asks, and the server answers when there is something to tell, or at the end of the wait; then asks again. */
export function longPolling(
  options: TransportOptions & Pick<PaceOptions, 'longPollWaitMs' | 'keepAlive'>,
  scheduler: SchedulerLike = asyncScheduler,
): Transport {
  const { longPollWaitMs } = options;
  const turn = new Turn(options.traffic, scheduler);
  const asking = { ...options, traffic: turn.traffic };
  const present = { pauseMs: 0 };
  /** None without limits of the viewer's own; a changed wish is asked at once. */
  const pause = (wish: Wish) => {
    present.pauseMs = turn.waitMs(wish);
    return present.pauseMs > 0
      ? race(timer(present.pauseMs, scheduler), wish.changed).pipe(take(1))
      : of(undefined);
  };
  return {
    name: 'long-polling',
    asks: 'request',
    silenceMs: () => present.pauseMs + longPollWaitMs + SLACK_MS,
    open: (wish) =>
      defer(() => {
        // The first question does not park: its answer shows that the server is there.
        let waitMs = 0;
        return defer(() => {
          const parameters = { waitMs: `${waitMs}`, ...keepAliveParameter(options) };
          waitMs = longPollWaitMs;
          return answer(
            { transport: 'long-polling', subscriptions: wish.current(), parameters },
            asking,
          ).pipe(tap({ complete: () => turn.answered() }), takeUntil(wish.changed));
        }).pipe(repeat({ delay: () => pause(wish) }));
      }),
  };
}
