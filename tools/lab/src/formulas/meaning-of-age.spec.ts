import { normalWalk } from '../testing/normal-walk';
import { fidelity, positionError, priceError } from './meaning-of-age';

const CITY = 60 / 3.6;

describe('what an age means in metres', () => {
  it.each([
    [50, 0.8],
    [600, 10],
    [2_600, 43.3],
    [5_150, 85.8],
  ])('%d ms at 60 km/h are %d m', (ageMs, metres) => {
    expect(positionError(CITY, ageMs)).toBeCloseTo(metres, 1);
  });
});

describe('what an age means in money', () => {
  it('is σ√(2τ/π), as a random walk of a hundred thousand seconds shows', () => {
    const prices = normalWalk(100_000, 0.02);
    const lag = 5;
    const errors = prices.slice(lag).map((price, i) => Math.abs(price - (prices[i] ?? 0)));
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean / priceError(0.02, lag * 1_000) - 1)).toBeLessThan(0.03);
  });

  it('grows with the root of the age', () => {
    expect(priceError(0.02, 4_000)).toBeCloseTo(2 * priceError(0.02, 1_000), 9);
  });
});

describe('fidelity', () => {
  const truth = [
    { from: 0, value: 10 },
    { from: 100, value: 20 },
  ];
  const whole = { start: 0, end: 200, tolerance: 1 };

  it('is 1 when the truth is shown at once', () => {
    expect(fidelity(truth, truth, whole)).toBe(1);
  });

  it('loses the time by which the shown is late', () => {
    const late = [
      { from: 0, value: 10 },
      { from: 150, value: 20 },
    ];
    expect(fidelity(late, truth, whole)).toBe(0.75);
  });

  it('counts a time with nothing shown as unfaithful', () => {
    expect(fidelity([{ from: 100, value: 20 }], truth, whole)).toBe(0.5);
  });

  it('forgives what lies within the tolerance', () => {
    expect(fidelity([{ from: 0, value: 15 }], truth, { ...whole, tolerance: 5 })).toBe(1);
  });
});
