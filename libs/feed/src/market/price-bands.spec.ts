import fc from 'fast-check';
import { bandWidth, PriceBands } from './price-bands';
import { mean } from './testing/statistics';

const opened = (price = 10_000) => {
  const bands = new PriceBands();
  bands.open(price, 0.05);
  return bands;
};

/** Lets seconds pass, each with a trade at this price. */
const pass = (bands: PriceBands, seconds: number, price: number) => {
  for (let second = 0; second < seconds; second++) {
    bands.step(0.05);
    bands.trade(price);
  }
};

describe('the price bands', () => {
  it('are 5 % around the opening at first, and 10 % in the last 25 minutes', () => {
    const bands = opened();
    expect([bands.lower, bands.upper]).toEqual([9500, 10_500]);
    bands.step(bandWidth(1 - 1499 / 23_400));
    expect([bands.lower, bands.upper]).toEqual([9000, 11_000]);
    expect(bandWidth(1 - 1501 / 23_400)).toBe(0.05);
  });

  it('allow trades at the bands and between, none beyond', () => {
    const bands = opened();
    expect([9499, 9500, 10_000, 10_500, 10_501].map((price) => bands.allow(price))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('do not follow a mean that moved by less than 1 %', () => {
    const bands = opened();
    pass(bands, 400, 10_099);
    expect(bands.upper).toBe(10_500);
  });

  it('follow a mean that moved by 1 %, but not within half a minute', () => {
    const bands = opened();
    pass(bands, 29, 10_200);
    expect(bands.upper).toBe(10_500);
    pass(bands, 1, 10_200);
    expect(bands.upper).toBe(10_710);
  });

  it('stay where they are while nobody trades', () => {
    const bands = opened();
    pass(bands, 40, 10_200);
    for (let second = 0; second < 1000; second++) bands.step(0.05);
    expect(bands.upper).toBe(10_710);
  });

  it('forget all trades at an opening', () => {
    const bands = opened();
    pass(bands, 200, 10_090);
    bands.open(10_000, 0.05);
    pass(bands, 100, 10_110);
    expect(bands.upper).toBe(Math.round(10_110 * 1.05));
  });

  it('are, second by second, those of the plain rule', () => {
    const seconds = fc.array(fc.array(fc.integer({ min: 9000, max: 11_000 }), { maxLength: 3 }), {
      minLength: 310,
      maxLength: 700,
    });
    fc.assert(
      fc.property(seconds, (trades) => {
        const bands = opened();
        let [reference, since] = [10_000, 0];
        trades.forEach((prices, second) => {
          const remembered = trades.slice(Math.max(0, second - 299), second).flat();
          bands.step(0.05);
          const moved = remembered.length > 0 && Math.abs(mean(remembered) / reference - 1) >= 0.01;
          if (moved && second + 1 - since >= 30) [reference, since] = [mean(remembered), second + 1];
          expect([bands.lower, bands.upper]).toEqual([
            Math.round(reference * 0.95),
            Math.round(reference * 1.05),
          ]);
          for (const price of prices) bands.trade(price);
        });
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('hold quotes so that the bid rises to the upper band at most, the ask falls to the lower', () => {
    const bands = opened();
    const half = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 8000, max: 12_000, noNaN: true }), half, (price, halfSpread) => {
        const held = bands.hold(price, halfSpread);
        const [bid, ask] = [Math.floor(held - halfSpread), Math.ceil(held + halfSpread)];
        expect(bid <= 10_500 && ask >= 9500).toBe(true);
        if (price - halfSpread >= 10_501) expect(bid).toBe(10_500);
        if (price + halfSpread <= 9499) expect(ask).toBe(9500);
        if (price - halfSpread > 9500 && price + halfSpread < 10_500) expect(held).toBe(price);
      }),
    );
  });
});
