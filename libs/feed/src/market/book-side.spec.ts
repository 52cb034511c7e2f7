import { depthOf } from '@tickway/market';
import fc from 'fast-check';
import { streamOf } from '../random';
import { BookSide } from './book-side';
import { mean } from './testing/statistics';

const SECOND = 1000;

const bids = (seed = 1) => new BookSide(streamOf(seed, 'bids'), -1, 300);
const asks = (seed = 1) => new BookSide(streamOf(seed, 'asks'), 1, 300);

/** The size at a price, dollars; 0 when nobody offers there. */
const at = (price: number, levels: readonly (readonly [number, number])[]) =>
  levels.find(([other]) => other === price)?.[1] ?? 0;

describe('a side of a book', () => {
  it('has the quote first and nine worse prices behind it, on the cent, in whole lots', () => {
    const walk = fc.array(
      fc.record({
        best: fc.integer({ min: 2000, max: 2040 }),
        size: fc.integer({ min: 1, max: 900 }),
        wait: fc.integer({ min: 0, max: 400_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(walk, (quotes) => {
        const [below, above] = [bids(), asks()];
        let now = 0;
        for (const { best, size, wait } of quotes) {
          now += wait;
          const depth = { bids: below.around(best, size, now), asks: above.around(best + 1, size, now) };
          expect(depthOf(depth)).toBeDefined();
          expect([depth.bids[0], depth.asks[0]]).toEqual([
            [best / 100, size],
            [(best + 1) / 100, size],
          ]);
          expect([depth.bids.length, depth.asks.length]).toEqual([10, 10]);
        }
      }),
      { seed: 1 },
    );
  });

  it('is the same when looked at again at the same time', () => {
    const side = asks();
    const levels = side.around(5000, 300, SECOND);
    expect(side.around(5000, 300, SECOND)).toEqual(levels);
  });

  it('keeps most of its orders for a second, and none for an hour', () => {
    const kept = (ms: number) => {
      const side = bids();
      const before = side.around(5000, 300, 0).slice(1);
      const after = side.around(5000, 300, ms);
      return before.filter(([price, size]) => at(price, after) === size).length;
    };
    expect(kept(SECOND)).toBeGreaterThan(4);
    expect(kept(3600 * SECOND)).toBeLessThan(5);
  });

  it('keeps the orders of a best price that others outbid, and loses those at which it sold through', () => {
    const side = bids();
    side.around(5000, 1700, 0);
    expect(at(50, side.around(5001, 300, 1))).toBe(1700);
    const deeper = side.around(4995, 200, 2);
    expect(deeper[0]).toEqual([49.95, 200]);
    expect(at(50, side.around(5001, 300, 3))).not.toBe(1700);
  });

  it('thins out with the distance from the best price, as the power law has it', () => {
    const sides = Array.from({ length: 2000 }, (_, seed) => asks(seed).around(5000, 300, 0));
    const over = (cents: number) => mean(sides.map((levels) => at((5000 + cents) / 100, levels)));
    expect(over(1) / 600).toBeCloseTo(1, 1);
    expect(over(4) / 600).toBeCloseTo(4 ** -0.52, 1);
    expect(over(9) / 600).toBeCloseTo(9 ** -0.52, 1);
  });

  it('comes to the same means after any time, whatever it was before', () => {
    const sizes = Array.from({ length: 1000 }, (_, seed) => {
      const side = asks(seed);
      side.around(5000, 9000, 0);
      side.around(4999, 300, 1);
      for (let second = 1; second <= 90; second++) side.around(4999, 300, second * SECOND);
      return at(50, side.around(4999, 300, 90 * SECOND));
    });
    expect(mean(sizes) / 600).toBeGreaterThan(0.9);
    expect(mean(sizes) / 600).toBeLessThan(1.3);
  });

  it('ends where prices do', () => {
    expect(
      bids()
        .around(3, 100, 0)
        .every(([price]) => price > 0),
    ).toBe(true);
    expect(bids().around(3, 100, 0).length).toBeLessThanOrEqual(3);
  });
});
