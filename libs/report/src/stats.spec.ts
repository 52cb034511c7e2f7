import { BadShape } from './shape';
import { parseStats } from './stats';

const said = {
  ...{ now: 1, node: 'v24.0.0', uptimeMs: 5, cpuMs: { user: 2, system: 3 }, rssBytes: 4 },
  loopDelayMs: { p50: 0, p99: 1, max: 2 },
  loopActiveMs: 7,
  transports: {
    polling: { open: 0, requests: 1, frames: 2, rows: 3, bytesWritten: 4, bytesRead: 5, loopMs: 6 },
    carrier_pigeon: {},
  },
};

describe('the server’s figures', () => {
  it('are read as it says them, and of the transports those that there are', () => {
    const stats = parseStats(said);
    expect(stats).toMatchObject({
      node: 'v24.0.0',
      uptimeMs: 5,
      cpuMs: 5,
      rssBytes: 4,
      loopDelayMs: { p99: 1 },
      loopActiveMs: 7,
    });
    expect([...stats.transports]).toEqual([['polling', said.transports.polling]]);
    expect(stats).not.toHaveProperty('kernel');
  });

  it('are read with its heap and its kernel’s memory where it tells them', () => {
    const more = { heap: { usedBytes: 1, totalBytes: 2 }, kernel: { socketBytes: 3 } };
    expect(parseStats({ ...said, ...more })).toMatchObject(more);
  });

  it.each<[string, unknown]>([
    ['no memory', { ...said, rssBytes: undefined }],
    ['no CPU', { ...said, cpuMs: { user: 1 } }],
    ['CPU of another shape', { ...said, cpuMs: 5 }],
    ['half a heap', { ...said, heap: { usedBytes: 1 } }],
    ['a transport without bytes', { ...said, transports: { polling: { open: 1 } } }],
    ['nothing', null],
    ['another word', 'ok'],
  ])('are refused with %s rather than read as 0', (_, value) => {
    expect(() => parseStats(value)).toThrow(BadShape);
  });
});
