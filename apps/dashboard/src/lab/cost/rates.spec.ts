import { parseStats } from '@tickway/report';
import { ratesBetween } from './rates';

const stats = (uptimeMs: number, rows: number) =>
  parseStats({
    ...{ now: 0, node: 'v24', uptimeMs, rssBytes: 1, loopDelayMs: { p50: 0, p99: 1, max: 2 } },
    cpuMs: { user: uptimeMs / 5, system: uptimeMs / 20 },
    loopActiveMs: uptimeMs / 8,
    transports: {
      streaming: {
        open: 3,
        requests: rows / 10,
        frames: rows / 2,
        rows,
        bytesWritten: rows * 90,
        bytesRead: rows,
        loopMs: rows / 50,
      },
    },
  });

describe('rates', () => {
  it('are differences a second, CPU a share of one core', () => {
    const rates = ratesBetween(stats(1_000, 100), stats(3_000, 500));
    expect(rates?.cpu).toBeCloseTo(0.25, 9);
    expect(rates?.loop).toBeCloseTo(0.125, 9);
    expect(rates?.transports.get('streaming')).toEqual({
      ...{ open: 3, requests: 20, rows: 200, frames: 100, out: 18_000, in: 200, each: 90 },
      ...{ loop: 0.004, loopEach: 0.02 },
    });
  });

  it('know no bytes and no time an update when there was no update', () => {
    const none = ratesBetween(stats(1_000, 100), stats(2_000, 100))?.transports.get('streaming');
    expect(none).not.toHaveProperty('each');
    expect(none).not.toHaveProperty('loopEach');
  });

  it('are not there across a restart of the server', () => {
    expect(ratesBetween(stats(9_000, 100), stats(1_000, 0))).toBeUndefined();
  });
});
