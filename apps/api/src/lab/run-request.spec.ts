import { argumentsOf } from './run-arguments';
import { readRun } from './run-request';

const read = (value: unknown) => readRun(value, ['herd', 'gap']);
const load = { kind: 'load', transports: 'all', viewers: 1, seconds: 0.5 + 0.5 };
const herd = { kind: 'experiment', name: 'herd' };
const stampede = { kind: 'stampede', way: 'streaming', event: 'cut', viewers: 2_000, jitterMs: 0 };

describe('what the lab is asked to do', () => {
  it.each<[unknown, string]>([
    [load, 'load --transport=all --viewers=1 --seconds=1'],
    [
      {
        ...load,
        transports: ['streaming', 'polling'],
        rate: 5_000,
        intervalMs: 250,
        network: { loss: 0.01 },
      },
      'load --transport=streaming,polling --viewers=1 --seconds=1 --rate=5000 --interval=250 --network=loss:1',
    ],
    [
      { ...load, codec: 'msgpack', compress: true, windowMs: 10, keepAlive: false },
      'load --transport=all --viewers=1 --seconds=1 --window=10 --codec=msgpack --compress --keep-alive=off',
    ],
    [{ ...load, compress: false, keepAlive: true }, 'load --transport=all --viewers=1 --seconds=1'],
    [{ ...load, network: {} }, 'load --transport=all --viewers=1 --seconds=1'],
    [herd, 'claims --only=herd'],
    [{ ...herd, seed: 7, quick: true }, 'claims --only=herd --seed=7 --quick'],
    [{ ...herd, quick: false }, 'claims --only=herd'],
    [stampede, 'stampede --way=streaming --event=cut --viewers=2000 --jitter=0'],
  ])('%j is its command line’s', (value, args) => {
    expect(argumentsOf(read(value)).join(' ')).toBe(args);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['of another kind', { ...load, kind: 'exec' }],
    ['with a member that there is not', { ...load, url: 'http://192.0.2.7' }],
    ['of too many viewers', { ...load, viewers: 1_001 }],
    ['of half a viewer', { ...load, viewers: 1.5 }],
    ['of no viewers', { ...load, viewers: 0 }],
    ['for too long', { ...load, seconds: 61 }],
    ['in another codec', { ...load, codec: 'xml' }],
    ['with too wide a window', { ...load, windowMs: 51 }],
    ['too fast', { ...load, rate: 5_001 }],
    ['of no transport', { ...load, transports: [] }],
    ['of a transport twice', { ...load, transports: ['polling', 'polling'] }],
    ['of a transport that there is not', { ...load, transports: ['polling', '--url=http://192.0.2.7'] }],
    ['through a network that there is not', { ...load, network: { rtt: 5 } }],
    ['for an experiment that there is not', { ...herd, name: 'herd,gap' }],
    ['with a seed as text', { ...herd, seed: '1 --out=/etc' }],
    ['quick in another way', { ...herd, quick: 1 }],
    ['of another stampede', { ...stampede, way: 'polling' }],
    ['of a stampede too large', { ...stampede, viewers: 2_001 }],
    ['of a stampede without its jitter', { ...stampede, jitterMs: undefined }],
  ])('is refused %s', (_, value) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});
