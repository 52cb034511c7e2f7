import { streamOf } from '../random';
import { Arrivals, NEVER, SPONTANEOUS } from './arrivals';
import { variation } from './testing/statistics';

/** Times of arrival over `seconds`, asked for in pieces of `piece` seconds. */
function timesOf(rate: number, seconds: number, piece = 1): number[] {
  const arrivals = new Arrivals(streamOf(3, 'arrivals'));
  const times: number[] = [];
  for (let from = 0; from < seconds; from += piece) {
    let elapsed = arrivals.next(rate, piece);
    for (; elapsed !== NEVER; elapsed += arrivals.next(rate, piece - elapsed)) times.push(from + elapsed);
  }
  return times;
}

describe('arrivals', () => {
  const times = timesOf(0.35, 100_000);
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? NaN));

  it('come as often as the base rate and those they bring about amount to', () => {
    expect(times.length / 100_000).toBeGreaterThan((0.95 * 0.35) / SPONTANEOUS);
    expect(times.length / 100_000).toBeLessThan((1.05 * 0.35) / SPONTANEOUS);
  });

  it('come in bursts, and in order', () => {
    expect(variation(gaps)).toBeGreaterThan(1.3);
    expect(gaps.every((gap) => gap >= 0)).toBe(true);
  });

  it('are the same however the time is cut up', () => {
    const cut = timesOf(0.35, 1000, 0.25);
    const whole = timesOf(0.35, 1000, 1);
    expect(cut.length).toBe(whole.length);
    cut.forEach((time, i) => expect(time).toBeCloseTo(whole[i] ?? NaN, 6));
  });

  it('never come when nobody does', () => expect(timesOf(0, 1000)).toEqual([]));
});
