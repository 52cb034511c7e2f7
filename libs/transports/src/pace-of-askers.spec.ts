import { once } from 'node:events';
import { WebSocket } from 'ws';
import { serve, type Served } from './testing/serve';
import { Wire } from './testing/wire';

describe('who makes more requests than one address may', () => {
  let served: Served;
  beforeEach(async () => (served = await serve({ requestRate: 1, proxies: ['127.0.0.1'] })));
  afterEach(() => served.stop());

  const ask = (path: string, address: string) =>
    served.get(path, { headers: { 'x-forwarded-for': address } });
  const spend = async (address: string) => {
    for (let i = 0; i < 5; i++) expect((await ask('/feed/clock', address)).status).toBe(200);
  };

  it.each(['polling', 'long-polling', 'streaming', 'clock', 'nowhere'])(
    'is refused at %s with a code and a time to come back, and others are not',
    async (name) => {
      await spend('203.0.113.7');
      const refused = await ask(`/feed/${name}?topic=quotes`, '203.0.113.7');
      expect([refused.status, await refused.json()]).toMatchObject([429, { type: 'error', code: 'rate' }]);
      expect(refused.headers.get('retry-after')).toBe('2');
      expect((await ask('/feed/polling?topic=quotes', '203.0.113.8')).status).toBe(200);
      expect(served.rim.codes.snapshot()).toEqual({ rate: 1 });
    },
  );

  it.each(['/feed/websocket', '/feed/socket.io/?EIO=4&transport=websocket'])(
    'is refused at %s while it is still HTTP',
    async (path) => {
      await spend('203.0.113.7');
      const wire = await Wire.open(served.port);
      wire.upgrade(path, ['X-Forwarded-For: 203.0.113.7']);
      const answer = await wire.until('"rate"');
      expect(answer).toMatch(/^HTTP\/1.1 429 .*\r\nRetry-After: 2\r\n/s);
      await wire.ended();
    },
  );

  describe('in what the answers cost', () => {
    // As dear as two requests more.
    beforeEach(() => served.publish('ACME', { text: 'x'.repeat(2 * 256 * 1024) }));

    it.each(['polling', 'long-polling'])('is refused at %s', async (name) => {
      const statuses = [];
      for (let i = 0; i < 3; i++)
        statuses.push((await ask(`/feed/${name}?topic=quotes&quotes.cursor=x:${i}`, '203.0.113.7')).status);
      expect(statuses).toEqual([200, 200, 429]);
    });

    it('is told goodbye on a socket, to come back', async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${served.port}/feed/websocket`, {
        headers: { 'X-Forwarded-For': '203.0.113.7' },
      });
      const types: unknown[] = [];
      socket.on('message', (data: Buffer) => {
        const { type, code } = JSON.parse(data.toString()) as { type: unknown; code?: unknown };
        types.push(code ?? type);
        if (type === 'snapshot') wish();
      });
      const wish = () =>
        socket.send('{"type":"subscribe","subscriptions":[{"topic":"quotes","cursor":"x:1"}]}');
      socket.on('open', wish);
      const [code]: unknown[] = await once(socket, 'close');
      expect([types, code]).toEqual([['gap', 'snapshot', 'rate'], 4013]);
    });
  });

  it('is answered again a second later', async () => {
    await spend('203.0.113.7');
    served.clock.ms += 1_000;
    expect((await ask('/feed/clock', '203.0.113.7')).status).toBe(200);
    expect((await ask('/feed/clock', '203.0.113.7')).status).toBe(429);
  });

  it('is answered if it is this machine', async () => {
    const here = await serve({ requestRate: 1, capacityPerAddress: 0 });
    for (let i = 0; i < 20; i++) expect((await here.get('/feed/long-polling?topic=quotes')).status).toBe(200);
    await here.stop();
  });
});
