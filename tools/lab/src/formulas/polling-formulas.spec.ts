import { exponential, seeded } from '@tickway/gateway';
import { longPollingLatency } from './long-polling-latency';
import { emptyShare, pollingLatency } from './polling-latency';
import { simulateAsking } from './simulate-asking';
import { streamingLatency } from './streaming-latency';

/** Times of `count` Poisson events, ms. */
function events(perSecond: number, count: number): readonly number[] {
  const random = seeded(7, `events ${perSecond}`);
  let at = 0;
  return Array.from({ length: count }, () => (at += exponential(random, 1_000 / perSecond)));
}

const within = (got: number, expected: number, share: number) =>
  expect(Math.abs(got - expected) / expected).toBeLessThan(share);

describe('the long-polling formula', () => {
  it.each([
    { rate: 0.2, ms: 51, requests: 0.2, batch: 1 },
    { rate: 1, ms: 55, requests: 1, batch: 1 },
    { rate: 5, ms: 73, requests: 4.5, batch: 1.1 },
    { rate: 20, ms: 97, requests: 9.4, batch: 2.1 },
    { rate: 100, ms: 100, requests: 10, batch: 10 },
  ])('at d = 50 ms gives the printed numbers for $rate events/s', ({ rate, ms, requests, batch }) => {
    const said = longPollingLatency({ transitMs: 50, turnaroundMs: 0, eventsPerSecond: rate });
    expect(Math.round(said.meanMs)).toBe(ms);
    expect(said.requestsPerSecond).toBeCloseTo(requests, 1);
    expect(Math.abs(said.batch - batch)).toBeLessThan(0.06);
    expect(said.maxMs).toBe(150);
  });

  it.each([0.2, 1, 5, 20, 100])('agrees with a simulation at %d events/s within 1 %', (rate) => {
    const asked = { transitMs: 50, pauseMs: 0, parks: true, events: events(rate, 60_000) };
    const seen = simulateAsking(asked);
    const said = longPollingLatency({ transitMs: 50, turnaroundMs: 0, eventsPerSecond: rate });
    within(seen.meanMs, said.meanMs, 0.01);
    within((seen.requests * 1_000) / seen.endMs, said.requestsPerSecond, 0.015);
    expect(seen.maxMs).toBeLessThanOrEqual(said.maxMs);
  });

  it('counts the turn-around as part of the gap', () => {
    const asked = { transitMs: 20, pauseMs: 30, parks: true, events: events(10, 60_000) };
    const said = longPollingLatency({ transitMs: 20, turnaroundMs: 30, eventsPerSecond: 10 });
    within(simulateAsking(asked).meanMs, said.meanMs, 0.01);
  });
});

describe('the polling formula', () => {
  it.each([
    [1_000, 600, 1_150],
    [2_000, 1_100, 2_150],
    [5_000, 2_600, 5_150],
  ])('with %d ms after each answer and d = 50 ms gives %d ms, at worst %d', (intervalMs, mean, max) => {
    const said = pollingLatency({ transitMs: 50, intervalMs, eventsPerSecond: 1, pace: 'after-answer' });
    expect(said).toMatchObject({ meanMs: mean, maxMs: max });
  });

  it('by the clock costs half an interval and one transit', () => {
    const said = pollingLatency({ transitMs: 50, intervalMs: 1_000, eventsPerSecond: 1, pace: 'by-clock' });
    expect(said).toMatchObject({ meanMs: 550, maxMs: 1_050, requestsPerSecond: 1, batch: 1 });
  });

  it.each([10, 50, 125])('agrees with a simulation at d = %d ms within 1 %', (transitMs) => {
    const asked = { transitMs, pauseMs: 1_000, parks: false, events: events(20, 60_000) };
    const seen = simulateAsking(asked);
    const said = pollingLatency({ transitMs, intervalMs: 1_000, eventsPerSecond: 20, pace: 'after-answer' });
    within(seen.meanMs, said.meanMs, 0.01);
    expect(seen.maxMs).toBeLessThanOrEqual(said.maxMs);
    within(seen.maxMs, said.maxMs, 0.01);
  });

  it('knows how many answers are empty', () => {
    const seen = simulateAsking({ transitMs: 50, pauseMs: 900, parks: false, events: events(0.5, 20_000) });
    within(1 - seen.answersWithEvents / seen.requests, emptyShare(0.5, 1_000), 0.02);
  });
});

it('a stream is one transit late, always', () => {
  expect(streamingLatency(50)).toMatchObject({ meanMs: 50, maxMs: 50 });
});
