import { transportNames } from '@tickway/protocol';
import { effectsOf, type Asked } from './effects-of';
import { clearNetwork, type Network } from './network';

const asked: Asked = { pulled: false, longPollWaitMs: 25_000, pollingIntervalMs: 1_000 };

const effects = (network: Partial<Network>, besides: Partial<Asked> = {}) =>
  Object.fromEntries(
    transportNames.map((name) => [
      name,
      effectsOf(name, { ...clearNetwork, ...network }, { ...asked, ...besides })
        .map(({ type }) => type)
        .join(' '),
    ]),
  );

describe('what a network does to each transport', () => {
  it('is nothing on a clear line', () => {
    expect(new Set(Object.values(effects({})))).toEqual(new Set(['none']));
  });

  it('lets a proxy without Upgrade stop the sockets and nothing else', () => {
    expect(effects({ stripUpgrade: true, silent: true })).toEqual({
      ...{ 'socket.io': 'stripped', websocket: 'stripped' },
      ...{ streaming: 'passesProxy', 'long-polling': 'passesProxy', polling: 'passesProxy' },
    });
  });

  it('lets a buffering proxy hold only the answer that never ends', () => {
    expect(effects({ buffering: true, rttMs: 40 })).toEqual({
      ...{ 'socket.io': 'late', websocket: 'late', streaming: 'held' },
      ...{ 'long-polling': 'late', polling: 'late' },
    });
  });

  it('cuts only what may be silent for longer than the proxy waits', () => {
    expect(new Set(Object.values(effects({ idleCutMs: 60_000 })))).toEqual(new Set(['beatsIdleCut']));
    expect(effects({ idleCutMs: 20_000 })).toMatchObject({
      'long-polling': 'cut',
      websocket: 'beatsIdleCut',
    });
    expect(effects({ idleCutMs: 10_000 })).toMatchObject({ websocket: 'cut', polling: 'beatsIdleCut' });
  });

  it('tells a long way’s cost by how often it is gone', () => {
    const network = { ...clearNetwork, rttMs: 100 };
    expect(effectsOf('websocket', network, asked)).toMatchObject([{ byMs: 50 }]);
    expect(effectsOf('polling', network, asked)).toMatchObject([{ byMs: 100 }]);
  });

  it('is told of both the way and its losses, as neither stops anything', () => {
    expect(effects({ rttMs: 40, loss: 0.01 })).toMatchObject({ streaming: 'late lossy' });
  });

  it('is that of the cable while it is out', () => {
    expect(new Set(Object.values(effects({ silent: true }, { pulled: true })))).toEqual(new Set(['pulled']));
  });
});
