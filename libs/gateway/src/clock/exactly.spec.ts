import { seeded } from '../random/seeded';
import type { Clock } from './clock';
import { exactly, WATCHED_MS } from './exactly';
import { VirtualClock } from './virtual-clock';

const TURN_MS = 0.02;

/** An exact clock over timers of whole milliseconds that come up to one early and a quarter late, as Node's do. */
function make(startAt = 0) {
  const time = new VirtualClock(startAt);
  const random = seeded(4, 'timers');
  const turns: number[] = [];
  const coarse: Clock = {
    stepMs: 1,
    now: () => time.now(),
    after: (ms, act) => time.after(Math.max(0, Math.round(ms) - 1 + random() * 1.25), act),
  };
  const clock = exactly(coarse, (act) => {
    turns.push(time.now());
    return time.after(TURN_MS, act);
  });
  return { time, clock, turns };
}

const waits = Array.from({ length: 300 }, (_, i) => (i * 0.37) % 60);

describe('an exact clock', () => {
  it('does each act when it is due, never before, whatever its timers do', () => {
    const { time, clock } = make();
    const late: number[] = [];
    for (const ms of waits) {
      const due = time.now() + ms;
      clock.after(ms, () => late.push(time.now() - due));
      time.pass(0.613);
    }
    time.pass(100);
    expect(late).toHaveLength(waits.length);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(TURN_MS + 1e-6);
  });

  it('watches only the last of a wait turn by turn, and nothing when nothing is due', () => {
    const { time, clock, turns } = make();
    for (const ms of waits) {
      turns.length = 0;
      const due = time.now() + ms;
      clock.after(ms, () => undefined);
      time.pass(ms + 10);
      expect(Math.min(...turns)).toBeGreaterThanOrEqual(due - WATCHED_MS);
      expect(turns.length).toBeLessThanOrEqual(WATCHED_MS / TURN_MS + 1);
      expect(time.waiting).toBe(0);
    }
  });

  it('does nothing within the call, even what is due at once', () => {
    const { time, clock } = make();
    let done = false;
    clock.after(0, () => (done = true));
    expect(done).toBe(false);
    time.pass(TURN_MS);
    expect(done).toBe(true);
  });

  it.each([
    ['by its timer', 1],
    ['turn by turn', 49.9],
  ])('leaves nothing behind when it is cancelled while it waits %s', (_, passed) => {
    const { time, clock } = make();
    let done = false;
    const cancel = clock.after(50, () => (done = true));
    time.pass(passed);
    expect(time.waiting).toBe(1);
    cancel();
    expect(time.waiting).toBe(0);
    time.pass(100);
    expect(done).toBe(false);
  });
});
