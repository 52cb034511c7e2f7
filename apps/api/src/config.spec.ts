import { readConfig } from './config';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 3_000,
      host: '127.0.0.1',
      seed: 1,
      systems: ['subway', 'lirr', 'mnr', 'flight'],
      tiles: { origin: 'https://tile.openstreetmap.org' },
      keepAliveMs: 65_000,
      history: { path: '.tickway/history.sqlite' },
      transports: { heartbeatMs: 15_000, slowMs: 10_000, lifetimeMs: 600_000, origins: [] },
    });
    expect(readConfig({}).ingest).toBeUndefined();
  });

  it('takes an empty setting as none', () => {
    expect(readConfig({ PORT: '', TICKWAY_SYSTEMS: ' ' })).toEqual(readConfig({}));
  });

  it('reads what is set', () => {
    const config = readConfig({
      PORT: ' 8080 ',
      TICKWAY_SYSTEMS: 'bus, subway',
      TICKWAY_ORIGINS: 'https://board.example,http://localhost:4200',
      TICKWAY_INGEST_TOKEN: '0123456789abcdef',
      TICKWAY_INGEST_TOPICS: 'vans,alerts:every',
    });
    expect(config.port).toBe(8_080);
    expect(config.systems).toEqual(['bus', 'subway']);
    expect(config.transports.origins).toEqual(['https://board.example', 'http://localhost:4200']);
    expect(config.ingest?.topics).toEqual([
      { topic: 'vans', delivery: 'latest' },
      { topic: 'alerts', delivery: 'every' },
    ]);
  });

  it('keeps the history in a file, in memory or not at all', () => {
    const kept = ['/var/lib/t.sqlite', 'memory', 'off'].map((text) => readConfig({ TICKWAY_HISTORY: text }));
    expect(kept.map(({ history }) => history)).toEqual([{ path: '/var/lib/t.sqlite' }, 'memory', 'off']);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['TICKWAY_SEED', '1e3'],
    ['TICKWAY_SYSTEMS', 'subway,ferry'],
    ['TICKWAY_TILES', 'https://tiles.example/'],
    ['TICKWAY_HEARTBEAT_MS', '1'],
    ['TICKWAY_SLOW_MS', 'soon'],
    ['TICKWAY_LIFETIME_MS', '999'],
    ['TICKWAY_CAPACITY', '0'],
    ['TICKWAY_CAPACITY_PER_ADDRESS', '0'],
    ['TICKWAY_REQUEST_RATE', '0'],
    ['TICKWAY_PROXIES', '127.0.0.1,proxy.example'],
    ['TICKWAY_KEEP_ALIVE_MS', ''.padStart(20, '9')],
    ['TICKWAY_ORIGINS', 'board.example'],
    ['TICKWAY_ORIGINS', 'https://board.example/'],
    ['TICKWAY_INGEST_TOKEN', 'short'],
    ['TICKWAY_LAB', 'maybe'],
    ['TICKWAY_LAB_TOKEN', 'short'],
    ['TICKWAY_INGEST_TOPICS', 'vans'],
    ['TICKWAY_INGEST_TOPICS', 'Vans'],
  ])('names %s when it cannot be %j', (name, value) => {
    const message = name === 'TICKWAY_INGEST_TOPICS' && value === 'vans' ? /TICKWAY_INGEST_TOKEN/ : name;
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it('has a lab for this machine, for whoever has its token too, or none', () => {
    const labs = [{}, { TICKWAY_LAB_TOKEN: '0123456789abcdef' }, { TICKWAY_LAB: 'off' }].map(readConfig);
    expect(labs.map(({ lab }) => lab)).toEqual([{}, { token: '0123456789abcdef' }, 'off']);
  });

  it('wants topics for a token, and each once', () => {
    const token = { TICKWAY_INGEST_TOKEN: '0123456789abcdef' };
    expect(() => readConfig(token)).toThrow('TICKWAY_INGEST_TOPICS');
    expect(() => readConfig({ ...token, TICKWAY_INGEST_TOPICS: 'a,a:every' })).toThrow('twice');
  });
});
