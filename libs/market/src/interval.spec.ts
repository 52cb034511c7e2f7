import fc from 'fast-check';
import { intervals, isInterval, startOf, type Interval } from './interval';

const named = fc.constantFrom<Interval>('1s', '5s', '15s', '1m', '5m', '15m', '1h', '1d');

describe('the start of a bar', () => {
  it('is the last whole interval at or before the time', () => {
    expect(startOf(Date.UTC(2026, 10, 22, 10, 17, 43, 219), '5m')).toBe(Date.UTC(2026, 10, 22, 10, 15));
    expect(startOf(Date.UTC(2026, 10, 22, 10, 17), '1d')).toBe(Date.UTC(2026, 10, 22));
  });

  it('gives every time exactly one bar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), named, (at, interval) => {
        const start = startOf(at, interval);
        expect(start % intervals[interval]).toBe(0);
        expect(start <= at && at < start + intervals[interval]).toBe(true);
      }),
    );
  });

  it('is that of a longer interval for all the shorter ones in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), named, named, (at, one, other) => {
        const [short, long]: [Interval, Interval] =
          intervals[one] < intervals[other] ? [one, other] : [other, one];
        expect(startOf(startOf(at, short), long)).toBe(startOf(at, long));
      }),
    );
  });
});

it.each<[unknown, boolean]>([
  ['1m', true],
  ['1d', true],
  ['2m', false],
  ['toString', false],
  [60_000, false],
])('whether %j names an interval: %s', (text, named) => {
  expect(isInterval(text)).toBe(named);
});
