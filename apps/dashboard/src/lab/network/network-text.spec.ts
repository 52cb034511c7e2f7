import { clearNetwork, IDLE_CUT_MS, sameNetwork, type Network } from './network';
import { networkIn, networkText } from './network-text';
import { presets } from './presets';

const everything: Network = {
  ...{ rttMs: 120, jitterMs: 5, loss: 0.015, kbitPerSecond: 384, idleCutMs: IDLE_CUT_MS },
  ...{ buffering: true, stripUpgrade: true, silent: true },
};

describe('a network in the address', () => {
  it('comes back from what it was written as, as does every preset', () => {
    for (const network of [everything, ...presets.map((preset) => preset.network)])
      expect(networkIn(networkText(network))).toEqual(network);
  });

  it('is spelled as the command line spells it', () => {
    expect(networkText(everything)).toBe(
      'rtt:120,jitter:5,loss:1.5,kbps:384,idle:60,buffering,no-upgrade,silent',
    );
  });

  it('tells a clear line through a gateway from no gateway', () => {
    expect([networkText(clearNetwork), networkIn('clear')]).toEqual(['clear', clearNetwork]);
    expect([networkIn(null), networkIn('')]).toEqual([undefined, undefined]);
  });

  it('keeps within what a gateway takes, and leaves out what cannot be read', () => {
    expect(networkIn('rtt:99999999,loss:80,kbps:0,jitter:-4,idle:x,teapot')).toEqual({
      ...clearNetwork,
      ...{ rttMs: 10_000, loss: 0.5 },
    });
  });

  it('is the same only when it does the same', () => {
    expect(sameNetwork(everything, { ...everything })).toBe(true);
    for (const change of [{ rttMs: 1 }, { silent: false }, { idleCutMs: 1_000 }])
      expect(sameNetwork(everything, { ...everything, ...change })).toBe(false);
  });
});
