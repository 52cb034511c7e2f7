import { decode } from '@msgpack/msgpack';
import { decodeFrame, parseFrame, type Received } from '@tickway/protocol';
import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import { serve, until, type Served } from '../testing/serve';

describe('the form of WebSocket messages', () => {
  let served: Served;
  const sockets: WebSocket[] = [];

  beforeEach(async () => {
    served = await serve();
    await served.publish('ACME', { bid: 10, name: 'Acme 한국'.repeat(40) });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await until(() => served.rim.connections.size === 0);
    await served.stop();
  });

  const open = async (query: string, options: ClientOptions = {}) => {
    const socket = new WebSocket(`ws://127.0.0.1:${served.port}/feed/websocket?${query}`, options);
    sockets.push(socket);
    const messages: { readonly data: Buffer; readonly binary: boolean }[] = [];
    socket.on('message', (data: Buffer, binary: boolean) => messages.push({ data, binary }));
    socket.on('error', () => undefined);
    await once(socket, 'open');
    const frames = async (count: number): Promise<readonly Received[]> => {
      while (messages.length < count) await once(socket, 'message');
      return messages.map(({ data, binary }) =>
        binary ? parseFrame(decode(data)) : decodeFrame(data.toString()),
      );
    };
    return { socket, messages, frames };
  };
  /** Bytes that the server has written over WebSocket. */
  const written = () => served.rim.traffic.snapshot().websocket?.bytesWritten ?? 0;

  it('is binary MessagePack for who asks for it', async () => {
    const { frames, messages } = await open('topic=quotes&codec=msgpack');
    await served.publish('ACME', { bid: 11 });
    expect(await frames(2)).toMatchObject([
      { type: 'snapshot' },
      { type: 'delta', rows: [{ fields: { bid: 11 } }] },
    ]);
    expect(messages.map(({ binary }) => binary)).toEqual([true, true]);
  });

  it.each(['json', 'msgpack'])(
    'is deflated %s for who asks for it, each message by itself',
    async (codec) => {
      const { frames, socket } = await open(`topic=quotes&compress=1&codec=${codec}`);
      await frames(1);
      const before = written();
      for (let bid = 0; bid < 4; bid++) {
        await served.publish('ACME', { bid, name: 'x'.repeat(5_000 + bid) });
        await frames(2 + bid);
      }
      expect((await frames(5)).map(({ type }) => type)).toEqual([
        'snapshot',
        ...Array<string>(4).fill('delta'),
      ]);
      expect(written() - before).toBeLessThan(4 * 400);
      expect(socket.extensions).toBe('permessage-deflate');
    },
  );

  it('is plain for who only offers compression, as every browser does', async () => {
    const { frames, socket } = await open('topic=quotes');
    expect(await frames(1)).toMatchObject([{ type: 'snapshot' }]);
    expect(socket.extensions).toBe('');
  });

  it.each<[string, ClientOptions]>([
    ['does not offer it', { perMessageDeflate: false }],
    ['can only read a smaller window', { perMessageDeflate: { serverMaxWindowBits: 10 } }],
  ])('is refused compressed to who %s; the connection goes on', async (_, options) => {
    const { frames, socket } = await open('topic=quotes&compress=1', options);
    expect(await frames(1)).toMatchObject([{ type: 'error', code: 'unsupported' }]);
    socket.send(JSON.stringify({ type: 'subscribe', subscriptions: [{ topic: 'quotes' }] }));
    expect((await frames(2))[1]).toMatchObject({ type: 'snapshot' });
  });

  it.each(['codec=cbor', 'compress=yes', 'keepAlive=0', 'windowMs=51'])(
    'ends with bad_request for %s',
    async (lever) => {
      const { frames, socket } = await open(`topic=quotes&${lever}`);
      expect(await frames(1)).toMatchObject([{ type: 'bye', code: 'bad_request' }]);
      const [code] = (await once(socket, 'close')) as [number];
      expect(code).toBe(4501);
    },
  );

  it('hears what is said to it deflated', async () => {
    const { frames, socket } = await open('compress=1');
    const keys = Array.from({ length: 500 }, (_, i) => `KEY-${i}`);
    socket.send(
      JSON.stringify({ type: 'subscribe', subscriptions: [{ topic: 'quotes', filter: { keys } }] }),
      {
        compress: true,
      },
    );
    expect(await frames(1)).toMatchObject([{ type: 'snapshot', rows: [] }]);
  });

  it('is cut at the limit of a message, however small it came', async () => {
    const { socket } = await open('topic=quotes&compress=1');
    socket.send(Buffer.alloc(20_000_000), { compress: true, binary: false });
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });
});
