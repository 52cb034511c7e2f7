import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { fineClock } from './clock/fine-clock';
import { Gateway } from './gateway';
import { clearNetwork } from './network/network';

/** Says back what it hears, in capitals; ends when the other side ends. */
const shouting = () =>
  createServer((socket) =>
    socket.on('data', (chunk: Buffer) => socket.write(chunk.toString().toUpperCase())),
  );

async function open(network = clearNetwork) {
  const server = shouting().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway = await Gateway.open({
    server: { host: '127.0.0.1', port: portOf(server) },
    clock: fineClock,
    random: () => 0.5,
    network,
  });
  return { server, gateway };
}

const portOf = (server: Server) => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

async function talk(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  return chunk.toString();
}

const HELLO = 'HTTP/1.1 200 ok\r\n\r\n';

describe('the gateway on real sockets', () => {
  it('passes both ways with its delay, and ends with either side', async () => {
    const { server, gateway } = await open({ ...clearNetwork, rttMs: 20 });
    const viewer = connect(gateway.address);
    const begin = performance.now();
    expect(await talk(viewer, HELLO)).toBe(HELLO.toUpperCase());
    // Set-up and one question: two round trips. The other bound is the machine's business.
    expect(performance.now() - begin).toBeGreaterThan(38);
    viewer.end();
    await once(viewer, 'close');
    gateway.close();
    server.close();
    await once(server, 'close');
  });

  it('keeps the settings of two viewers apart, each with a gateway of its own', async () => {
    const { server, gateway } = await open();
    const other = await Gateway.open({
      server: { host: '127.0.0.1', port: portOf(server) },
      clock: fineClock,
      random: () => 0.5,
    });
    const [one, two] = [connect(gateway.address), connect(other.address)];
    await Promise.all([talk(one, HELLO), talk(two, HELLO)]);
    gateway.cut();
    await once(one, 'close');
    expect(await talk(two, 'still')).toBe('STILL');
    other.close();
    await once(two, 'close');
    gateway.close();
    server.close();
    await once(server, 'close');
  });

  it('tells what has passed, and lets in no more than it may', async () => {
    const server = shouting().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = { host: '127.0.0.1', port: portOf(server) };
    const gateway = await Gateway.open({ server: address, clock: fineClock, random: () => 0.5, most: 1 });
    await talk(connect(gateway.address), HELLO);
    const { length } = HELLO;
    expect(gateway.traffic).toEqual({ connections: 1, toServerBytes: length, toViewerBytes: length });
    const second = connect(gateway.address);
    await once(second.resume(), 'close');
    expect(gateway.traffic.connections).toBe(1);
    gateway.close();
    expect(gateway.traffic.connections).toBe(0);
    server.close();
    await once(server, 'close');
  });

  it('cuts the viewer when the server is not there', async () => {
    const { server, gateway } = await open();
    server.close();
    await once(server, 'close');
    const viewer = connect(gateway.address);
    viewer.on('error', () => undefined);
    await once(viewer, 'close');
    gateway.close();
    expect(viewer.destroyed).toBe(true);
  });
});
