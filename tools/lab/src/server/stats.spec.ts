import { parseStats } from './stats';

const said = {
  now: 1,
  node: 'v24.0.0',
  uptimeMs: 5,
  cpuMs: { user: 2, system: 3 },
  rssBytes: 4,
  loopDelayMs: { p50: 0, p99: 1, max: 2 },
  transports: {
    polling: { open: 0, requests: 1, frames: 2, rows: 3, bytesWritten: 4, bytesRead: 5 },
    another: {},
  },
};

describe('the server’s figures', () => {
  it('are read as it says them', () => {
    const stats = parseStats(said);
    expect(stats).toMatchObject({ cpuMs: 5, rssBytes: 4 });
    expect([...stats.transports]).toEqual([['polling', said.transports.polling]]);
  });

  it.each([
    ['no memory', { ...said, rssBytes: undefined }],
    ['no CPU', { ...said, cpuMs: { user: 1 } }],
    ['a transport without bytes', { ...said, transports: { polling: { open: 1 } } }],
    ['nothing', null],
  ])('are refused with %s rather than read as 0', (_, value) => {
    expect(() => parseStats(value)).toThrow('/stats');
  });
});
