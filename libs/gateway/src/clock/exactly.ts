import type { Cancel, Clock } from './clock';

/** The last part of a wait, which is watched turn by turn, ms: a timer may be late, so it is set to end before. */
export const WATCHED_MS = 1.5;

/** By how much a timer's end is set before what is due, ms: its own rounding and lateness. */
const LEAD_MS = 0.7;

/** Does `act` in the next turn of the event loop. */
export type NextTurn = (act: () => void) => Cancel;

/**
 * Makes acts come when they are due, by a clock whose timers come about then: a timer up to shortly before, then turn by
 * turn of the event loop, in which everything else has its turn as well.
 */
export const exactly = (clock: Clock, nextTurn: NextTurn): Clock => ({
  stepMs: 0,
  now: () => clock.now(),
  after: (ms, act) => {
    const due = clock.now() + ms;
    const wait = (): Cancel => {
      const left = due - clock.now();
      return left > WATCHED_MS ? clock.after(left - LEAD_MS, look) : nextTurn(look);
    };
    const look = () => {
      if (clock.now() >= due) act();
      else cancel = wait();
    };
    let cancel = wait();
    return () => cancel();
  },
});
