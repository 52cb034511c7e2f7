import fc from 'fast-check';
import { barOf, foldTrade, joinBars, type Bar } from './bar';
import { addTrade, type BarSeries } from './bar-series';
import { intervals, startOf, type Interval } from './interval';
import { executions, nearly, type Timed } from './testing/executions';

/** The bar as its definition says, from all its trades at once. */
const plainly = (start: number, trades: readonly Timed[]): Bar => {
  const prices = trades.map(({ price }) => price);
  return {
    start,
    open: prices[0]!,
    high: Math.max(...prices),
    low: Math.min(...prices),
    close: prices.at(-1)!,
    volume: trades.reduce((sum, { size }) => sum + size, 0),
    value: nearly(trades.reduce((sum, { price, size }) => sum + price * size, 0)),
    trades: trades.length,
  };
};

const plainSeries = (trades: readonly Timed[], interval: Interval): BarSeries => {
  const starts = [...new Set(trades.map(({ at }) => startOf(at, interval)))].sort((a, b) => a - b);
  return starts.map((start) =>
    plainly(
      start,
      trades.filter(({ at }) => startOf(at, interval) === start),
    ),
  );
};

const fold = (trades: readonly Timed[], interval: Interval) =>
  trades.reduce<BarSeries>((bars, trade) => addTrade(interval)(bars, trade, trade.at), []);

describe('a bar', () => {
  it('begins with its first trade', () => {
    expect(barOf('1m')({ price: 10.5, size: 200 }, 90_500)).toEqual({
      start: 60_000,
      open: 10.5,
      high: 10.5,
      low: 10.5,
      close: 10.5,
      volume: 200,
      value: 2100,
      trades: 1,
    });
  });

  it('is, trade by trade, what its definition says of all trades together', () => {
    fc.assert(
      fc.property(executions, (trades) => {
        const [first, ...others] = trades;
        const bar = others.reduce<Bar>(foldTrade, barOf('1d')(first!, first!.at));
        expect(bar).toEqual(plainly(startOf(first!.at, '1d'), trades));
      }),
    );
  });

  it('joined with a later one is the bar of the trades of both', () => {
    fc.assert(
      fc.property(executions, executions, (early, late) => {
        const [one, other] = [plainly(60_000, early), plainly(120_000, late)].map((bar, i) => ({
          ...bar,
          value: (i === 0 ? early : late).reduce((sum, { price, size }) => sum + price * size, 0),
        }));
        expect(joinBars(one!, other!)).toEqual(plainly(60_000, [...early, ...late]));
      }),
    );
  });
});

describe('a series of bars', () => {
  it.each<Interval>(['1s', '15s', '1m', '1d'])(
    'of %s has every trade in its bar, also a late one',
    (interval) => {
      fc.assert(
        fc.property(executions, (trades) => {
          expect(fold(trades, interval)).toEqual(plainSeries(trades, interval));
        }),
      );
    },
  );

  it('has no bar of a time in which nothing was traded', () => {
    const trade = { price: 10, size: 100 };
    const bars = fold(
      [
        { ...trade, at: 0 },
        { ...trade, at: 10 * intervals['1m'] },
      ],
      '1m',
    );
    expect(bars.map(({ start }) => start)).toEqual([0, 600_000]);
  });

  it('stays what it was for those who hold it', () => {
    const before = fold([{ price: 10, size: 100, at: 0 }], '1m');
    const told = JSON.stringify(before);
    addTrade('1m')(before, { price: 11, size: 100 }, 1);
    expect(JSON.stringify(before)).toBe(told);
  });
});
