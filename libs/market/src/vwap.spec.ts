import fc from 'fast-check';
import { barOf } from './bar';
import { addTrade, type BarSeries } from './bar-series';
import { executions, nearly } from './testing/executions';
import { addTurnover, NO_TURNOVER, vwap } from './vwap';

describe('the volume-weighted average price', () => {
  it('counts a price as often as shares were traded at it', () => {
    expect(vwap({ volume: 400, value: 100 * 10 + 300 * 12 })).toBe(11.5);
    expect(vwap(barOf('1s')({ price: 10.25, size: 300 }, 0))).toBe(10.25);
  });

  it('is not there before the first trade', () => {
    expect(vwap(NO_TURNOVER)).toBeUndefined();
  });

  it('of bars, one after the other, is that of all their trades', () => {
    fc.assert(
      fc.property(executions, (trades) => {
        const bars = trades.reduce<BarSeries>((made, trade) => addTrade('1m')(made, trade, trade.at), []);
        const value = trades.reduce((sum, { price, size }) => sum + price * size, 0);
        const volume = trades.reduce((sum, { size }) => sum + size, 0);
        expect(vwap(bars.reduce(addTurnover, NO_TURNOVER))).toEqual(nearly(value / volume));
      }),
    );
  });
});
