import { stepOf, STEPS, valueAt, type LeverScale } from './lever-scale';

const rtt: LeverScale = { from: 1, to: 2_000, end: 'nothing' };
const rate: LeverScale = { from: 16, to: 100_000, end: 'unlimited' };

describe('a lever’s scale', () => {
  it('begins with nothing or ends without a limit', () => {
    expect([valueAt(rtt, 0), valueAt(rtt, STEPS)]).toEqual([0, 2_000]);
    expect([valueAt(rate, 0), valueAt(rate, STEPS)]).toEqual([16, undefined]);
    expect([stepOf(rtt, 0), stepOf(rate, undefined)]).toEqual([0, STEPS]);
  });

  it.each([rtt, rate])('puts a slider where its value is, to within two digits', (scale) => {
    for (let step = 0; step < STEPS; step++) {
      const [wanted = 0, got = 0] = [
        valueAt(scale, step),
        valueAt(scale, stepOf(scale, valueAt(scale, step))),
      ];
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(0.1 * wanted);
    }
  });

  it('never goes down as the slider goes up', () => {
    const values = Array.from({ length: STEPS }, (_, step) => valueAt(rate, step) ?? Infinity);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('keeps what was typed beyond it at its end', () => {
    expect([stepOf(rtt, 9_000), stepOf(rate, 5)]).toEqual([STEPS, 0]);
  });
});
