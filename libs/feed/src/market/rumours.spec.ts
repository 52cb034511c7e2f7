import { streamOf } from '../random';
import { Rumours } from './rumours';
import { SESSION_SECONDS } from './session';
import { mean } from './testing/statistics';

const SESSIONS = 300;

/** How far each rumour drove the price, and how far it was half an hour later, as log-returns. */
function watch(): { readonly way: number; readonly left: number }[] {
  const rumours = new Rumours(streamOf(4, 'rumours'));
  const path: number[] = [];
  for (let second = 0, price = 0; second < SESSIONS * SESSION_SECONDS; second++)
    path.push((price += rumours.step()));
  const begins = path.flatMap((_, i) =>
    Math.abs((path[i + 1] ?? 0) - path[i]!) > 0.003 && Math.abs(path[i]! - (path[i - 1] ?? 0)) < 0.003
      ? [i]
      : [],
  );
  return begins
    .filter((i) => i + 1800 < path.length)
    .map((i) => ({ way: path[i + 10]! - path[i]!, left: path[i + 1800]! - path[i]! }));
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
