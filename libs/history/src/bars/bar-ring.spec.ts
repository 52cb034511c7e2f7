import { startOf } from '@tickway/market';
import { parseKey } from '@tickway/protocol';
import fc from 'fast-check';
import { BarRing } from './bar-ring';
import { foldTrades } from './fold-trades';
import type { KeyedTrade } from './keyed-trade';
import { widenBars } from './widen-bars';

const key = parseKey('S1');
const trades: fc.Arbitrary<readonly KeyedTrade[]> = fc
  .array(
    fc.record({
      quarters: fc.integer({ min: 1, max: 99 }),
      size: fc.integer({ min: 1, max: 9 }),
      later: fc.integer({ min: -3_000, max: 9_000 }),
    }),
    { maxLength: 300 },
  )
  .map((steps) => {
    let at = 1_790_000_000_000;
    return steps.map(({ quarters, size, later }) => ({ key, price: quarters / 4, size, at: (at += later) }));
  });

describe('BarRing', () => {
  it('holds what folding all trades gives, with trades that come late too', () => {
    const property = fc.property(trades, (sold) => {
      const ring = new BarRing(1_000);
      for (const trade of sold) ring.add(trade, startOf(trade.at, '1s'));
      const folded = [...(foldTrades(sold, '1s').get(key) ?? [])].sort((a, b) => b.start - a.start);
      expect([...ring.newestFirst(0, Infinity)]).toEqual(folded);
    });
    fc.assert(property, { seed: 20261122, numRuns: 100 });
  });

  it('keeps its most and no more, the newest', () => {
    const ring = new BarRing(100);
    for (let second = 0; second < 1_000; second++)
      ring.add({ key, price: second, size: 1, at: 0 }, second * 1_000);
    const bars = [...ring.newestFirst(0, Infinity)];
    expect(bars).toHaveLength(100);
    expect(bars[0]?.open).toBe(999);
    expect(ring.bytes).toBeLessThanOrEqual(256 * 64);
  });
});

describe('widenBars', () => {
  it('makes of seconds what folding the trades by the longer interval gives', () => {
    const property = fc.property(
      trades,
      fc.constantFrom('5s' as const, '1m' as const, '1d' as const),
      (sold, interval) => {
        // In order, for the last price of a longer bar is that of its last second.
        const inOrder = [...sold].sort((a, b) => a.at - b.at);
        const seconds = [...(foldTrades(inOrder, '1s').get(key) ?? [])].reverse();
        expect(widenBars(seconds, interval, Infinity)).toEqual(foldTrades(inOrder, interval).get(key) ?? []);
      },
    );
    fc.assert(property, { seed: 20261122, numRuns: 100 });
  });
});
