import { streamOf } from '../random';
import { HalfSpread } from './half-spread';
import { mean } from './testing/statistics';

const run = (volatility: number) => {
  const spread = new HalfSpread(streamOf(2, 'spread'), 1.5);
  return Array.from({ length: 50_000 }, () => {
    spread.step(volatility);
    return spread.cents;
  });
};

describe('the half-spread', () => {
  it('keeps around its level and is never negative', () => {
    expect(mean(run(1))).toBeCloseTo(1.5, 0);
    expect(Math.min(...run(1).filter((_, i) => i % 10 === 0))).toBeGreaterThanOrEqual(0);
  });

  it('widens when the market is wild', () => expect(mean(run(3))).toBeGreaterThan(2 * mean(run(1))));
});
