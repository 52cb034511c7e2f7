import {
  asyncScheduler,
  combineLatest,
  defer,
  repeat,
  startWith,
  switchMap,
  take,
  tap,
  timer,
  type SchedulerLike,
} from 'rxjs';
import type { Transport, Wish } from '../transport';
import { answer } from './answer';
import { keepAliveParameter } from './keep-alive-parameter';
import type { PaceOptions, TransportOptions } from './options';
import { Turn } from './turn';

/** A server that has not answered by then is lost, ms. */
const ANSWER_MS = 10_000;

/** Asks again and again; the server answers at once. */
export function polling(
  options: TransportOptions & Pick<PaceOptions, 'pollingIntervalMs' | 'keepAlive'>,
  scheduler: SchedulerLike = asyncScheduler,
): Transport {
  const turn = new Turn(options.traffic, scheduler);
  const asking = { ...options, traffic: turn.traffic };
  const parameters = keepAliveParameter(options);
  const present = { pauseMs: 0 };
  /** From an answer to the next question, anew from the answer on when interval or limits change. */
  const pause = (wish: Wish) => {
    const answeredAt = scheduler.now();
    const changes = combineLatest([options.pollingIntervalMs, wish.changed.pipe(startWith(undefined))]);
    return changes.pipe(
      switchMap(([intervalMs]) => {
        const passedMs = scheduler.now() - answeredAt;
        const restMs = Math.max(0, intervalMs - passedMs, turn.waitMs(wish));
        present.pauseMs = passedMs + restMs;
        return timer(restMs, scheduler);
      }),
      take(1),
    );
  };
  return {
    name: 'polling',
    asks: 'request',
    silenceMs: () => present.pauseMs + ANSWER_MS,
    open: (wish) =>
      defer(() => answer({ transport: 'polling', subscriptions: wish.current(), parameters }, asking)).pipe(
        tap({ complete: () => turn.answered() }),
        repeat({ delay: () => pause(wish) }),
      ),
  };
}
