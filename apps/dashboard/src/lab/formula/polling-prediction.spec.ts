import { pollingPrediction } from './polling-prediction';

describe('polling prediction', () => {
  it('is half an interval and two transits in the mean, an interval and three at worst', () => {
    expect(pollingPrediction(1_000, 50)).toMatchObject({ meanMs: 600, maxMs: 1_150 });
    expect(pollingPrediction(5_000, 50)).toMatchObject({ meanMs: 2_600, maxMs: 5_150 });
  });

  it('asks once a cycle', () => expect(pollingPrediction(950, 25).requestsPerSecond).toBe(1));

  it('agrees with a simulation of events at random times', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const [intervalMs, transitMs, events] = [500, 30, 20_000];
    const cycleMs = intervalMs + 2 * transitMs;
    const latencies = Array.from({ length: events }, () => {
      const at = random() * 1e7;
      const askedAtServer = Math.ceil(at / cycleMs) * cycleMs; // the server hears a question once a cycle
      return askedAtServer + transitMs - at;
    });
    const { meanMs, maxMs } = pollingPrediction(intervalMs, transitMs);
    const mean = latencies.reduce((sum, ms) => sum + ms, 0) / events;
    expect(Math.abs(mean / meanMs - 1)).toBeLessThan(0.01);
    expect(Math.max(...latencies)).toBeLessThanOrEqual(maxMs);
    expect(Math.max(...latencies)).toBeGreaterThan(0.99 * maxMs);
  });
});
