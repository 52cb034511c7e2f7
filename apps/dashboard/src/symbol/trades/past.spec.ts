import { addTrade, type BarSeries, type Interval } from '@tickway/market';
import fc from 'fast-check';
import { told, toldTrades } from '../testing/told-trades';
import { goOn, type Past } from './past';
import { ofIndex, ofTrades } from './telling';
import type { ToldTrade } from './told-trade';

const interval: Interval = '5s';
const barsOf = (trades: readonly ToldTrade[]): BarSeries =>
  trades.reduce<BarSeries>((bars, trade) => addTrade(interval)(bars, trade, trade.at), []);
const past = (trades: readonly ToldTrade[]): Past => ({
  epoch: 'e',
  upTo: trades.length,
  bars: barsOf(trades),
});

describe('a past that goes on', () => {
  it('is the bars of all trades, wherever history ends, live begins, and frames are cut', () => {
    fc.assert(
      fc.property(toldTrades, fc.tuple(fc.nat(), fc.nat(), fc.nat()), (trades, [a, b, c]) => {
        const ends = a % (trades.length + 1);
        const begins = b % (ends + 1);
        const cut = begins + (c % (trades.length - begins + 1));
        const first = goOn(interval, ofTrades)(past(trades.slice(0, ends)), trades.slice(begins, cut));
        if (first === 'hole') throw new Error('a hole where there is none');
        expect(goOn(interval, ofTrades)(first, trades.slice(cut))).toEqual({
          ...past(trades),
          upTo: trades.length,
        });
      }),
    );
  });

  it('tells a hole when live begins after the trade that must come next', () => {
    fc.assert(
      fc.property(toldTrades, fc.nat(), (trades, a) => {
        const missing = a % trades.length;
        fc.pre(missing < trades.length - 1);
        expect(goOn(interval, ofTrades)(past(trades.slice(0, missing)), trades.slice(missing + 1))).toBe(
          'hole',
        );
      }),
    );
  });

  it('counts no trade twice that is told twice', () => {
    const trades = [told(1), told(2), told(3)];
    const once = goOn(interval, ofTrades)(past([]), trades);
    expect(once === 'hole' || goOn(interval, ofTrades)(once, trades)).toEqual(past(trades));
  });

  it('takes what was merged on the way for no hole where not each counts', () => {
    const one = { ...past([told(1)]), upTo: 1 };
    expect(goOn(interval, ofIndex)(one, [told(1), told(4)])).toMatchObject({
      upTo: 4,
      bars: [{ trades: 2 }],
    });
  });

  it('is the same object when nothing new comes', () => {
    const all = past([told(1)]);
    expect(goOn(interval, ofTrades)(all, [told(1)])).toBe(all);
  });
});
