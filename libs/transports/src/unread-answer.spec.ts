import { once } from 'node:events';
import type { Socket } from 'node:net';
import { serve, until, type Served } from './testing/serve';
import { Wire } from './testing/wire';

// More than the kernel's buffers of both ends hold on loopback.
const MEGABYTES = 16;
const big = { text: 'x'.repeat(MEGABYTES * 1_000_000) };

describe('an answer that nobody reads', () => {
  let served: Served;
  let wire: Wire;
  let held: Socket;

  const ask = async (name: string, capacityPerAddress: number) => {
    served = await serve({ slowMs: 100, capacityPerAddress, proxies: ['127.0.0.1'] });
    await served.publish('ACME', big);
    const connected = once(served.server, 'connection');
    wire = await Wire.open(served.port);
    wire.socket.pause();
    wire.get(`/feed/${name}?topic=quotes`);
    [held] = (await connected) as [Socket];
  };
  afterEach(async () => {
    wire.socket.destroy();
    await served.stop();
  });

  it.each(['polling', 'long-polling'])(
    'at %s is held like a connection, and cut after a while',
    async (name) => {
      await ask(name, 1);
      await until(() => served.rim.askers.size > 0);
      await once(held, 'close');
      expect(served.rim.codes.snapshot()).toEqual({ slow: 1 });
      await until(() => served.rim.askers.size === 0);
    },
  );

  it('at polling is cut at once when its asker has no room for it', async () => {
    await ask('polling', 0);
    await once(held, 'close');
    expect(served.rim.codes.snapshot()).toEqual({});
  });
});
