import type { Received } from '@tickway/protocol';
import { concat, map, of, startWith, switchMap, takeWhile, type Observable } from 'rxjs';
import type { Transport, Wish } from '../transport';
import { answer, type Question } from './answer';
import { silenceOf } from './silence-of';
import type { PaceOptions, TransportOptions } from './options';

/** One answer that does not end: frames as newline-delimited JSON. A changed wish is a new request. */
export function streaming(options: TransportOptions & Pick<PaceOptions, 'heartbeatMs'>): Transport {
  return {
    name: 'streaming',
    asks: 'request',
    silenceMs: () => silenceOf(options.heartbeatMs),
    open: (wish) =>
      wish.changed.pipe(
        startWith(undefined),
        switchMap(() => endless(answer(questionOf(wish), options))),
        takeWhile((frame) => frame !== 'ended'),
      ),
  };
}

const questionOf = (wish: Wish): Question => ({
  transport: 'streaming',
  subscriptions: wish.current(),
  limits: wish.limits(),
});

/** The end as a value, as switchMap would go on waiting for the wish to change. */
const endless = (frames: Observable<Received>): Observable<Received | 'ended'> =>
  concat(frames.pipe(map((frame) => frame)), of('ended' as const));
