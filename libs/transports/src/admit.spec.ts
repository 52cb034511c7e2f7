import { serve, until, type Served } from './testing/serve';
import { Wire } from './testing/wire';

describe('who holds as many connections as one address may', () => {
  let served: Served;
  beforeEach(async () => (served = await serve({ capacityPerAddress: 1, proxies: ['127.0.0.1'] })));
  afterEach(() => served.stop());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const ask = async (name: string, address: string) =>
    (await served.get(`/feed/${name}?topic=quotes`, { headers: from(address) })).status;

  async function hold(address: string): Promise<Wire> {
    const wire = await Wire.open(served.port);
    wire.get('/feed/streaming?topic=quotes', [`X-Forwarded-For: ${address}`]);
    await wire.until('snapshot');
    return wire;
  }

  async function upgrade(address: string): Promise<string> {
    const wire = await Wire.open(served.port);
    wire.upgrade('/feed/websocket?topic=quotes', [`X-Forwarded-For: ${address}`]);
    const answer = await wire.until('\r\n\r\n');
    wire.socket.destroy();
    return answer.slice(0, 'HTTP/1.1 nnn'.length);
  }

  it('gets no other, whichever way it asks, and others do', async () => {
    const held = await hold('203.0.113.7');
    expect([await ask('long-polling', '203.0.113.7'), await upgrade('203.0.113.7')]).toEqual([
      503,
      'HTTP/1.1 503',
    ]);
    expect([await ask('polling', '203.0.113.7'), await ask('long-polling', '203.0.113.8')]).toEqual([
      200, 200,
    ]);
    expect(await upgrade('203.0.113.9')).toBe('HTTP/1.1 101');
    held.socket.destroy();
  });

  it('gets another when it has let one go, and leaves nothing behind', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await ask('long-polling', '203.0.113.7')).toBe(200);
      expect(await upgrade('203.0.113.7')).toBe('HTTP/1.1 101');
      await until(() => served.rim.askers.size === 0);
    }
    const refused = await served.get('/feed/long-polling?topic=nix', { headers: from('203.0.113.7') });
    expect(refused.status).toBe(404);
    await until(() => served.rim.askers.size === 0);
  });
});
