import { addTrade, type BarSeries } from '@tickway/market';
import { parseKey, type Received } from '@tickway/protocol';
import fc from 'fast-check';
import { told, toldTrades as somePast } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { pastAt } from './past-at';
import { ofTrades } from './telling';
import type { ToldTrade } from './told-trade';

const which = { key: parseKey('ACME'), telling: ofTrades };
const barsOf = (trades: readonly ToldTrade[]): BarSeries =>
  trades.reduce<BarSeries>((bars, trade) => addTrade('5s')(bars, trade, trade.at), []);

describe('the past at a moment', () => {
  it('holds each trade that was told by then once, wherever the bars end and whenever a trade happened', () => {
    fc.assert(
      fc.property(somePast, fc.nat(), fc.nat(), (trades, a, b) => {
        const upTo = a % (trades.length + 1);
        const shown = trades.slice(0, upTo);
        const [earliest = 0] = shown.map(({ at }) => at).toSorted((x, y) => x - y);
        const since = Math.floor((earliest + (b % 600_000)) / 1_000) * 1_000;
        // By the moment everything that happened before `since` was told; what happened later may have been told or not.
        const bars = barsOf(shown.filter(({ at }) => at < since));
        const frames = [tradesAt(1, []), ...shown.map((one, i) => tradesUpTo(i + 2, [one]))];
        const past = pastAt({ bars, since, frames }, which, '5s');
        expect(past?.upTo).toBe(upTo);
        expect(past?.bars.reduce((sum, bar) => sum + bar.trades, 0)).toBe(upTo);
        expect(past?.bars.map(({ start, volume }) => [start, volume])).toEqual(
          barsOf(shown).map(({ start, volume }) => [start, volume]),
        );
      }),
    );
  });

  it('does not count again what the state of its beginning tells, and ends in the last life', () => {
    const frames: readonly Received[] = [tradesAt(10, [told(7)]), tradesUpTo(11, [told(8)])];
    expect(pastAt({ bars: [], since: 0, frames }, which, '5s')).toMatchObject({
      upTo: 8,
      bars: [{ trades: 1 }],
    });
    const begun = tradesAt(0, []);
    const restarted = begun.type === 'snapshot' ? { ...begun, cursor: { epoch: 'f', offset: 0 } } : begun;
    expect(pastAt({ bars: [], since: 0, frames: [...frames, restarted] }, which, '5s')).toMatchObject({
      ...{ epoch: 'f', upTo: 0 },
      bars: [{ trades: 1 }],
    });
  });

  it('is none when nothing is told', () => {
    expect(pastAt({ bars: [], since: 0, frames: [] }, which, '5s')).toBeUndefined();
  });
});
