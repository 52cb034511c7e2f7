import { transportNames } from '@tickway/protocol';
import { clearNetwork } from '../network/network';
import { loadIn, loadQuery, type LoadAsked } from './load-asked';

const address = (asked: LoadAsked) =>
  new URLSearchParams(
    Object.entries(loadQuery(asked)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

describe('a load run in the address', () => {
  it('is all transports with a hundred viewers where the address says nothing, and leaves it empty', () => {
    const usual = loadIn(new URLSearchParams());
    expect(usual).toEqual({ transports: transportNames, viewers: 100, seconds: 10 });
    expect(address(usual).toString()).toBe('');
  });

  it('comes back from the address it was written into', () => {
    const asked: LoadAsked = {
      ...{ transports: ['websocket', 'polling'], viewers: 20, seconds: 5, rate: 1_000 },
      network: { ...clearNetwork, rttMs: 100, loss: 0.01 },
    };
    expect(loadIn(address(asked))).toEqual(asked);
  });

  it('takes nothing that cannot be had, and no more than may be', () => {
    const foreign = new URLSearchParams('transports=pigeon&viewers=1e9&seconds=999&rate=-5');
    expect(loadIn(foreign)).toEqual({ transports: transportNames, viewers: 100, seconds: 60 });
  });
});
