import { parseLoad } from './parse-load';

const options = (...args: readonly string[]) => parseLoad(args).options;

describe('the arguments of lab load', () => {
  it('default to all transports and 200 viewers for 10 s on a server of our own', () => {
    expect(options()).toMatchObject({ viewers: 200, seconds: 10, intervalMs: 1_000, seed: 1 });
    expect(options().transports).toHaveLength(5);
    expect(options().url).toBeUndefined();
  });

  it('are those of the issue', () => {
    const args =
      '--transport=all --viewers=200 --seconds=10 --ramp=3 --interval=500 --network=rtt:100,loss:1 --out=a.json --json';
    const command = parseLoad(args.split(' '));
    expect(command).toMatchObject({ json: true, files: { json: 'a.json' } });
    expect(command.options).toMatchObject({
      rampSeconds: 3,
      intervalMs: 500,
      network: { rttMs: 100, loss: 0.01 },
    });
  });

  it('name some transports', () => {
    expect(options('--transport=polling,websocket').transports).toEqual(['polling', 'websocket']);
  });

  it('pull the cable', () => {
    expect(options('--pull=5').pullSeconds).toBe(5);
  });

  it('put a source of a known rate in place of the feeds', () => {
    expect(options('--rate=1000')).toMatchObject({ rate: 1_000, topics: ['lab'] });
  });

  it('say how the wire is to be, and nothing when it is as by default', () => {
    expect(options('--codec=msgpack', '--compress', '--window=10', '--keep-alive=off')).toMatchObject({
      form: { codec: 'msgpack', compress: true },
      windowMs: 10,
      keepAlive: false,
    });
    expect(options('--codec=json', '--keep-alive=on')).toEqual(options());
  });

  it.each([
    ['--codec=cbor'],
    ['--window=51'],
    ['--keep-alive=no'],
    ['--viewers=0'],
    ['--viewers=5001'],
    ['--viewers=many'],
    ['--seconds=601'],
    ['--seconds=-1'],
    ['--interval=0'],
    ['--transport=carrier-pigeon'],
    ['--topics=Quotes'],
    ['--network=lag:3'],
    ['--url=nowhere'],
    ['--speed=3'],
    ['--pull=61'],
    ['extra'],
    ['--rate=10', '--url=http://localhost:3000'],
  ])('refuse %s', (...args) => {
    expect(() => parseLoad(args)).toThrow();
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://127.8.9.1'])(
    'take %s, which is this machine',
    (url) => {
      expect(options(`--url=${url}`).url).toBe(url);
    },
  );

  it.each([
    'http://example.com',
    'http://10.0.0.1:3000',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
  ])('refuse %s unless whoever asks owns it', (url) => {
    expect(() => options(`--url=${url}`)).toThrow('i-own-this-server');
    expect(options(`--url=${url}`, '--i-own-this-server').url).toBe(url);
  });
});
