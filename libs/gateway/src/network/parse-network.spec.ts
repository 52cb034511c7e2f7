import { clearNetwork } from './network';
import { formatNetwork, parseNetwork } from './parse-network';

describe('network settings', () => {
  it.each([
    ['rtt:100,loss:1', { rttMs: 100, loss: 0.01 }],
    ['kbps:500, jitter:2.5', { kbitPerSecond: 500, jitterMs: 2.5 }],
    [
      'idle:60,buffering,no-upgrade,silent',
      { idleCutMs: 60_000, buffering: true, stripUpgrade: true, silent: true },
    ],
  ])('%s', (text, expected) => {
    expect(parseNetwork(text)).toEqual({ ...clearNetwork, ...expected });
  });

  it.each(['', 'rtt', 'rtt:', 'rtt:-1', 'rtt:1e3', 'loss:51', 'lag:3', 'silent:yes', 'constructor:1'])(
    'refuse "%s"',
    (text) => {
      expect(() => parseNetwork(text)).toThrow();
    },
  );

  it.each(['rtt:100,jitter:2.5,loss:7,kbps:500,idle:0.3,buffering,no-upgrade,silent', 'loss:0.1', 'loss:29'])(
    'say %s as they read it',
    (text) => {
      expect(formatNetwork(parseNetwork(text))).toBe(text);
    },
  );
});
