import { addTrade, type Bar, type BarSeries, type Interval } from '@tickway/market';
import { changedFrom, FAST, pointsOf } from './points';

const bar = (start: number, close: number, volume = 10): Bar => ({
  ...{ start, open: close, high: close, low: close, close, volume },
  ...{ value: close * volume, trades: 1 },
});
const MINUTE = 60_000;
const add = (bars: BarSeries, price: number, at: number) => addTrade('1m')(bars, { price, size: 1 }, at);

describe('points of a chart', () => {
  it('have an average by volume of the day, which begins anew at midnight', () => {
    const before = 86_400_000 - MINUTE;
    const points = pointsOf(
      [bar(before - MINUTE, 10, 30), bar(before, 20, 10), bar(before + MINUTE, 40)],
      '1m',
    );
    expect(points.map(({ vwap }) => vwap)).toEqual([10, 12.5, 40]);
  });

  it('have a simple average once there are bars enough, and an exponential one from the first', () => {
    const points = pointsOf(
      Array.from({ length: FAST + 1 }, (_, i) => bar(i * MINUTE, i + 1)),
      '1m',
    );
    expect(points.at(FAST - 2)?.fast).toBeUndefined();
    expect(points.at(FAST)?.fast).toBe(11.5);
    expect(points[0]?.slow).toBe(1);
  });
});

describe('room that stays empty', () => {
  const emptyOf = (bars: BarSeries, interval: Interval = '1m') =>
    pointsOf(bars, interval).map(({ empty }) => empty.map((at) => at / MINUTE));

  it('is as wide as the time of which there are no bars', () => {
    expect(emptyOf([bar(0, 1), bar(MINUTE, 1), bar(4 * MINUTE, 1)])).toEqual([[], [], [2, 3]]);
  });

  it('is not wider than a hand’s breadth, and ends where bars go on', () => {
    const [, empty] = emptyOf([bar(0, 1), bar(1000 * MINUTE, 1)]);
    expect([empty?.length, empty?.at(-1)]).toEqual([12, 999]);
  });

  it('is not for days on which no market opens', () => {
    expect(emptyOf([bar(0, 1), bar(3 * 86_400_000, 1)], '1d')).toEqual([[], []]);
  });
});

describe('what of a chart is drawn anew', () => {
  const two = add(add([], 10, 0), 11, MINUTE);

  it('is the last bar when a trade fell into it, and those after it', () => {
    expect(changedFrom(two, add(two, 12, MINUTE + 1))).toBe(1);
    expect(changedFrom(two, add(two, 12, 3 * MINUTE))).toBe(1);
  });

  it('is everything when an older bar changed, or when it is another series', () => {
    expect(changedFrom(two, add(two, 12, 1))).toBeUndefined();
    expect(changedFrom(two, add([], 10, 5 * MINUTE))).toBeUndefined();
    expect([changedFrom([], two), changedFrom(two, [])]).toEqual([undefined, undefined]);
  });
});
