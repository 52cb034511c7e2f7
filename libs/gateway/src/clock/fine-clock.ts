import type { Clock } from './clock';

/** This machine's clock with parts of a millisecond; its timers come within about one. */
export const fineClock: Clock = {
  stepMs: 1,
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, Math.round(ms));
    return () => clearTimeout(timer);
  },
};
