import type { Clock } from '@tickway/gateway';

/** This machine's clock and timers. */
export const systemClock: Clock = {
  stepMs: 1,
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
