import { keyedState, type KeyedState } from '@tickway/client';
import type { Received, Topic } from '@tickway/protocol';
import { concat, defer, EMPTY, of, Subject, type Observable } from 'rxjs';

/** A topic's present state, kept on whether anybody looks or not. */
export interface PresentState {
  /** What changes; whoever comes late gets all that is held at first, as after a snapshot. */
  readonly changes: Observable<KeyedState>;
  /** Holds nothing more until the next snapshot: nobody asks for the topic any longer. */
  forget(): void;
  close(): void;
}

export function presentState(frames: Observable<Received>, topic: Topic): PresentState {
  const told = new Subject<KeyedState>();
  let held: KeyedState['state'] | undefined;
  const following = frames.pipe(keyedState(topic)).subscribe((change) => {
    if (change.replaced) held = change.state;
    if (held) told.next(change);
  });
  return {
    changes: defer(() => concat(held ? of(whole(held)) : EMPTY, told)),
    forget: () => (held = undefined),
    close: () => following.unsubscribe(),
  };
}

const whole = (state: KeyedState['state']): KeyedState => ({
  ...{ state, changed: [...state.keys()], removed: [], replaced: true },
});
