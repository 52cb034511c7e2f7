import { streamOf } from '../random';
import { Rumours } from './rumours';
import { SESSION_SECONDS } from './session';
import { mean } from './testing/statistics';

const { abs } = Math;

const SESSIONS = 300;
/** In a second of a run the price goes further than this, in no other. */
const RUN = 0.003;

/** How far each rumour drove the price, and how far it was half an hour later, as log-returns. */
function watch(): { readonly way: number; readonly left: number }[] {
  const rumours = new Rumours(streamOf(4, 'rumours'));
  const path = new Float64Array(SESSIONS * SESSION_SECONDS);
  const begins: number[] = [];
  for (let second = 1, before = 0; second < path.length; second++) {
    const step = rumours.step();
    if (abs(step) > RUN && abs(before) < RUN) begins.push(second - 1);
    path[second] = path[second - 1]! + step;
    before = step;
  }
  const later = (i: number, seconds: number) => path[i + seconds]! - path[i]!;
  return begins
    .filter((i) => i + 1800 < path.length)
    .map((i) => ({ way: later(i, 10), left: later(i, 1800) }));
}

describe('rumours', () => {
  const seen = watch();

  it('come once in some six sessions', () => {
    expect(seen.length / SESSIONS).toBeGreaterThan(0.12);
    expect(seen.length / SESSIONS).toBeLessThan(0.2);
  });

  it('drive the price beyond a band of 5 % in ten seconds, up or down', () => {
    expect(Math.min(...seen.map(({ way }) => Math.abs(way)))).toBeGreaterThan(0.06);
    expect(mean(seen.map(({ way }) => Math.abs(way)))).toBeLessThan(0.09);
    expect(Math.abs(mean(seen.map(({ way }) => Math.sign(way))))).toBeLessThan(0.4);
  });

  it('are about a third true: the rest is taken back', () => {
    expect(mean(seen.map(({ way, left }) => left / way))).toBeCloseTo(0.36, 1);
    expect(seen.filter(({ way, left }) => left / way < 0.2 || left / way > 0.5)).toEqual([]);
  });

  it('leave no unrest behind', () => {
    const rumours = new Rumours(streamOf(4, 'rumours'));
    const unrest: number[] = [];
    for (let second = 0; second < 20 * SESSION_SECONDS; second++) {
      rumours.step();
      unrest.push(rumours.unrest);
    }
    expect(unrest.some((level) => level > 2)).toBe(true);
    expect(mean(unrest)).toBeLessThan(0.05);
  });
});
