import { streamOf } from '../random';
import { OrderFlow } from './order-flow';
import { autocorrelation, mean } from './testing/statistics';

describe('order flow', () => {
  const flow = new OrderFlow(streamOf(11, 'flow'));
  const trades = Array.from({ length: 200_000 }, () => {
    const expected = flow.expected();
    return { expected, sign: flow.next() };
  });
  const signs = trades.map(({ sign }) => sign);
  const surprises = trades.map(({ sign, expected }) => sign - expected);

  it('buys as much as it sells', () => expect(Math.abs(mean(signs))).toBeLessThan(0.05));

  it('remembers its signs for long', () => {
    expect(autocorrelation(signs, 1)).toBeGreaterThan(0.15);
    expect(autocorrelation(signs, 50)).toBeGreaterThan(0.02);
  });

  it.each([1, 2, 10])('has surprises that nobody can foretell from those %d before', (lag) => {
    expect(Math.abs(mean(surprises))).toBeLessThan(0.01);
    expect(Math.abs(autocorrelation(surprises, lag))).toBeLessThan(0.01);
  });
});
