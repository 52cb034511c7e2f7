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
