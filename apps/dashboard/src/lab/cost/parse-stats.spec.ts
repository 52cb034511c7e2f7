import { parseStats } from './parse-stats';

const whole = {
  ...{ now: 5, node: 'v24.1.0', uptimeMs: 900, rssBytes: 1e8, cpuMs: { user: 20, system: 3 } },
  loopDelayMs: { p50: 0.1, p99: 2, max: 9 },
  transports: {
    websocket: { open: 1, requests: 2, frames: 3, rows: 4, bytesWritten: 5, bytesRead: 6 },
    carrier_pigeon: {},
  },
};

describe('parse stats', () => {
  it('reads what the server says, and of the transports those it knows', () => {
    const stats = parseStats(whole);
    expect(stats).toMatchObject({ cpuMs: 23, loopDelayMs: { p99: 2 } });
    expect([...stats.transports.keys()]).toEqual(['websocket']);
  });

  it('refuses another shape, so that a figure that is missing never becomes a zero', () => {
    for (const value of [null, 'ok', { ...whole, cpuMs: 23 }, { ...whole, rssBytes: undefined }])
      expect(() => parseStats(value)).toThrow(TypeError);
  });
});
