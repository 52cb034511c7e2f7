import { serve, until, type Served } from './testing/serve';
import { Wire } from './testing/wire';

describe('every HTTP address of the feed', () => {
  let served: Served;

  beforeEach(async () => (served = await serve({ capacity: 1 })));
  afterEach(() => served.stop());

  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const manyKeys = Array.from({ length: 513 }, (_, i) => `K${i}`).join();
  const manyTopics = Array.from({ length: 17 }, (_, i) => `topic=t${i}`).join('&');

  it.each<[string, string, [number, string]]>([
    ['an unknown topic', 'topic=nix', [404, 'unknown_topic']],
    ['no topic', '', [400, 'bad_request']],
    ['a topic that is none', 'topic=__proto__', [400, 'bad_request']],
    ['a topic twice', 'topic=quotes&topic=quotes', [400, 'bad_request']],
    ['a cursor that is none', 'topic=quotes&quotes.cursor=-1', [400, 'bad_cursor']],
    ['a filter with too many keys', `topic=quotes&quotes.keys=${manyKeys}`, [400, 'filter_too_large']],
    ['too many topics', manyTopics, [400, 'filter_too_large']],
    ['cells on a topic without places', 'topic=quotes&quotes.cells=0', [400, 'bad_request']],
    ['a misspelt parameter', 'topic=quotes&quote.cursor=e1:1', [400, 'bad_request']],
    ['nested brackets', `topic=${deep.slice(0, 8_000)}`, [400, 'bad_request']],
  ])('refuses %s with its status and code, and repeats nothing', async (_, query, [status, code]) => {
    for (const name of ['polling', 'long-polling', 'streaming']) {
      const response = await served.get(`/feed/${name}?${query}`);
      const body: unknown = await response.json();
      expect([response.status, body]).toMatchObject([status, { type: 'error', code }]);
      expect(JSON.stringify(body)).not.toMatch(/nix|proto__|quote\.cursor|\[\[|K512/);
    }
    expect((await served.get('/feed/polling?topic=quotes')).status).toBe(200);
    expect(served.rim.connections.size).toBe(0);
  });

  it.each(['POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('answers 405 and says GET to %s', async (method) => {
    const response = await served.get('/feed/streaming?topic=quotes', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it.each(['/feed', '/feed/', '/feed/carrier-pigeon', '/feed/polling/more', '/feed?topic=quotes'])(
    'answers 404 at %s',
    async (path) => {
      const response = await served.get(path);
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'not_found' }]);
    },
  );

  it.each(['/feed/websocket', '/feed/socket.io/?EIO=4&transport=polling'])(
    'asks for an upgrade at %s',
    async (path) => {
      const response = await served.get(path);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad_request' }]);
    },
  );

  it('leaves all other addresses to who was there before', async () => {
    expect(await (await served.get('/feeds')).text()).toBe('beside the feed');
  });

  it('gives no page of another origin leave to read', async () => {
    const response = await served.get('/feed/polling?topic=quotes', {
      headers: { origin: 'https://evil.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers 503 with a time to come back when it holds as many as it may', async () => {
    const held = await Wire.open(served.port);
    held.get('/feed/streaming?topic=quotes');
    await held.until('snapshot');
    const response = await served.get('/feed/long-polling?topic=quotes');
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'over_capacity' }]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await served.get('/feed/polling?topic=quotes')).status).toBe(200);
    held.socket.destroy();
  });

  it.each(['polling', 'long-polling', 'streaming'])(
    'answers one request at a time: what is sent ahead at %s is refused, and costs nothing',
    async (name) => {
      const wire = await Wire.open(served.port);
      const ask = `GET /feed/${name}?topic=quotes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
      wire.socket.write(
        `GET /feed/polling?topic=quotes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n${ask.repeat(100)}`,
      );
      await until(() => wire.text.split('"busy"').length > 100);
      expect(wire.text.match(/HTTP\/1.1 \d+/g)).toEqual([
        'HTTP/1.1 200',
        ...Array<string>(100).fill('HTTP/1.1 409'),
      ]);
      expect(served.rim.connections.size + served.rim.askers.size).toBe(0);
      wire.socket.destroy();
    },
  );

  it('answers 431 to a request line or header over the parser’s limit', async () => {
    const response = await served.get(`/feed/polling?topic=${'x'.repeat(20_000)}`);
    expect(response.status).toBe(431);
  });

  it('tells the server’s time', async () => {
    expect(await (await served.get('/feed/clock')).json()).toEqual({ now: served.clock.ms });
  });

  it('answers 503 once it is stopping', async () => {
    await served.rim.connections.goodbye();
    const response = await served.get('/feed/polling?topic=quotes');
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'shutdown' }]);
  });
});
