import { asyncScheduler, defer, repeat, switchMap, take, timer, type SchedulerLike } from 'rxjs';
import type { Transport } from '../transport';
import { answer } from './answer';
import type { PaceOptions, TransportOptions } from './options';

/** A server that has not answered by then is lost, ms. */
const ANSWER_MS = 10_000;

/** Asks again and again; the server answers at once. */
export function polling(
  options: TransportOptions & Pick<PaceOptions, 'pollingIntervalMs'>,
  scheduler: SchedulerLike = asyncScheduler,
): Transport {
  const present = { intervalMs: 0 };
  const pause = () => {
    const answeredAt = scheduler.now();
    return options.pollingIntervalMs.pipe(
      switchMap((intervalMs) => {
        present.intervalMs = intervalMs;
        return timer(Math.max(0, answeredAt + intervalMs - scheduler.now()), scheduler);
      }),
      take(1),
    );
  };
  return {
    name: 'polling',
    asks: 'request',
    silenceMs: () => present.intervalMs + ANSWER_MS,
    open: (wish) =>
      defer(() => answer({ transport: 'polling', subscriptions: wish.current() }, options)).pipe(
        repeat({ delay: pause }),
      ),
  };
}
