import { FeedError } from '@tickway/protocol';
import { interval, Observable, type MonoTypeOperatorFunction, type SchedulerLike } from 'rxjs';

const LOOK_MS = 1_000;

/**
 * Fails with `lost` when the source says nothing for longer than `silenceMs()`, looking once a second: a
 * timer a frame would cost more than the frame. A machine that wakes from sleep finds out at once.
 */
export const failOnSilence =
  <T>(silenceMs: () => number, scheduler: SchedulerLike): MonoTypeOperatorFunction<T> =>
  (source) =>
    new Observable((subscriber) => {
      let heardAt = scheduler.now();
      subscriber.add(
        interval(LOOK_MS, scheduler).subscribe(() => {
          if (scheduler.now() - heardAt > silenceMs())
            subscriber.error(new FeedError('lost', 'nothing came for too long'));
        }),
      );
      subscriber.add(
        source.subscribe({
          next: (value) => {
            heardAt = scheduler.now();
            subscriber.next(value);
          },
          error: (error: unknown) => subscriber.error(error),
          complete: () => subscriber.complete(),
        }),
      );
    });
