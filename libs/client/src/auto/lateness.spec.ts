import { Lateness } from './lateness';

const HELD = { lateMs: 250, watchMs: 2_000, lateWithinMs: 45_000 };
/** The server's clock against ours, ms. */
const OFFSET_MS = 3_600_000;

/** Frames written every `everyMs` for `forMs`, each arriving when `arrives` says; what is found at the end. */
function watch(everyMs: number, forMs: number, arrives: (writtenAt: number) => number): number | undefined {
  const lateness = new Lateness(HELD);
  const times = Array.from({ length: forMs / everyMs }, (_, i) => i * everyMs);
  for (const [at, writtenAt] of times.map((time) => [arrives(time), time] as const))
    if (at <= forMs) lateness.heard(writtenAt + OFFSET_MS, at);
  return lateness.heldMs(forMs);
}

const every = (burstMs: number) => (writtenAt: number) => Math.ceil((writtenAt + 1) / burstMs) * burstMs;
const after = (ms: number) => (writtenAt: number) => writtenAt + ms;

describe('a stream', () => {
  it.each([
    [10, 5_000],
    [50, 5_000],
    [500, 30_000],
    [2_000, 60_000],
  ])('that comes as it is written, every %d ms, is not held back', (everyMs, forMs) => {
    expect(watch(everyMs, forMs, after(80))).toBeUndefined();
  });

  it.each([
    [50, 750, 4_000],
    [50, 2_000, 4_500],
    [500, 3_000, 7_000],
    [1_000, 15_000, 31_000],
  ])('that is written every %d ms and comes every %d ms is, within %d ms', (everyMs, burstMs, forMs) => {
    expect(watch(everyMs, forMs, every(burstMs))).toBeGreaterThan(burstMs - everyMs - 20);
  });

  it('is not held back when the line stalled once', () => {
    expect(watch(50, 9_000, (at) => (at < 3_000 ? at : Math.max(at, 8_000)))).toBeUndefined();
  });

  it('is not held back when a busy page takes it late now and then', () => {
    const busy = (at: number) => (at % 5_000 < 600 ? at - (at % 5_000) + 600 : at);
    expect(watch(50, 45_000, busy)).toBeUndefined();
  });

  it('is not judged before it was watched for a while', () => {
    expect(watch(50, 2_600, every(700))).toBeUndefined();
  });
});
