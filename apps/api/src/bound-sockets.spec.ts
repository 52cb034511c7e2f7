import { openRim, type Rim } from '@tickway/transports';
import { once } from 'node:events';
import { Server, Socket } from 'node:net';
import { boundSockets } from './bound-sockets';

describe('the sockets of a server', () => {
  let server: Server;
  let rim: Rim;
  let opened: Socket[];

  beforeEach(() => {
    rim = openRim({
      hub: {
        open: () => {
          throw new Error('nobody asks');
        },
      },
      ...{
        clock: { now: () => 0 },
        random: () => 0.5,
        onFault: (error: unknown) => expect(error).toBeUndefined(),
      },
      settings: { capacity: 5, capacityPerAddress: 1, proxies: ['203.0.113.200'] },
    });
    opened = [];
    server = new Server();
    boundSockets(server, rim);
  });
  afterEach(() => {
    rim.connections.destroy();
    for (const socket of opened) socket.destroy();
  });

  const open = (address: string): Socket => {
    const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: address });
    opened.push(socket);
    server.emit('connection', socket);
    return socket;
  };
  const closed = (address: string, count: number) =>
    Array.from({ length: count }, () => open(address)).filter(({ destroyed }) => destroyed).length;

  it('are bounded in all, twice the connections that may be held', () => {
    expect(server.maxConnections).toBe(10);
    server.emit('drop');
    expect(rim.codes.snapshot()).toEqual({ over_capacity: 1 });
  });

  it('are bounded for each address, and room is made by each that closes', async () => {
    expect(closed('203.0.113.7', 5)).toBe(3);
    expect(closed('203.0.113.8', 2)).toBe(0);
    expect(rim.codes.snapshot()).toEqual({ over_capacity: 3 });
    const [first] = opened;
    first?.destroy();
    if (first) await once(first, 'close');
    expect(closed('203.0.113.7', 2)).toBe(1);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['a proxy of ours', '203.0.113.200'],
  ])('are not bounded so for %s', (_, address) => expect(closed(address, 20)).toBe(0));
});
