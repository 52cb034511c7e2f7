import type { Clock } from '@tickway/gateway';
import type { Crowd } from '../load/crowd';

/** Not a factor of any crowd's size, so that every viewer has its turn before one has a second. */
const STRIDE = 7_919;

/** Lets a crowd's viewers, one after the other, drop their connection and come back by a new one. Returns what stops it. */
export function churn({ viewers }: Crowd, perSecond: number, clock: Clock): () => void {
  let due = clock.now();
  let turn = 0;
  let cancel: () => void = () => undefined;
  const wait = () => {
    due += 1_000 / perSecond;
    cancel = clock.after(Math.max(0, due - clock.now()), next);
  };
  const next = () => {
    viewers[(turn++ * STRIDE) % viewers.length]?.reconnect();
    wait();
  };
  wait();
  return () => cancel();
}
