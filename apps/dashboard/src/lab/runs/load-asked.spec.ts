import { transportNames } from '@tickway/protocol';
import { clearNetwork } from '../network/network';
import { defaultWire } from '../levers/wire';
import { loadBody, loadIn, loadQuery, type LoadAsked } from './load-asked';

const address = (asked: LoadAsked) =>
  new URLSearchParams(
    Object.entries(loadQuery(asked)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

describe('a load run in the address', () => {
  it('is all transports with a hundred viewers where the address says nothing, and leaves it empty', () => {
    const usual = loadIn(new URLSearchParams());
    expect(usual).toEqual({ transports: transportNames, viewers: 100, seconds: 10, wire: defaultWire });
    expect(address(usual).toString()).toBe('');
  });

  it('comes back from the address it was written into', () => {
    const asked: LoadAsked = {
      ...{ transports: ['websocket', 'polling'], viewers: 20, seconds: 5, rate: 1_000 },
      network: { ...clearNetwork, rttMs: 100, loss: 0.01 },
      wire: { coalescingMs: 20, codec: 'msgpack', compress: true, keepAlive: false },
    };
    expect(loadIn(address(asked))).toEqual(asked);
  });

  it('takes nothing that cannot be had, and no more than may be', () => {
    const foreign = new URLSearchParams('transports=pigeon&viewers=1e9&seconds=999&rate=-5');
    expect(loadIn(foreign)).toEqual({
      transports: transportNames,
      viewers: 100,
      seconds: 60,
      wire: defaultWire,
    });
  });

  it('leaves the levers of the race as they are', () => {
    const race = new URLSearchParams('codec=msgpack&compress=1&coalescing=50&keepalive=0');
    const asked = loadIn(race);
    expect(asked.wire).toEqual(defaultWire);
    expect(Object.keys(loadQuery(asked)).filter((name) => race.has(name))).toEqual([]);
  });
});

describe('what the lab is asked for', () => {
  const asked = loadIn(new URLSearchParams('transports=polling&viewers=5&seconds=2'));
  const usual = { kind: 'load', transports: ['polling'], viewers: 5, seconds: 2 };

  it('says nothing of what is as by default', () => {
    expect(loadBody(asked)).toEqual(usual);
  });

  it('has every lever of the wire that is pulled, by the API’s names', () => {
    const wire = { coalescingMs: 20, codec: 'msgpack', compress: true, keepAlive: false } as const;
    expect(loadBody({ ...asked, wire })).toEqual({
      ...usual,
      ...{ windowMs: 20, codec: 'msgpack', compress: true, keepAlive: false },
    });
  });
});
