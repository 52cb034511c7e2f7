import { decodeFrame, encodeMessage, parseTopic, type Received } from '@tickway/protocol';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { serve, settle, until, virtualTime, type Served } from '../testing/serve';
import { Wire } from '../testing/wire';

describe('websocket', () => {
  let served: Served;
  let socket: WebSocket;
  let frames: Received[];

  beforeEach(async () => {
    virtualTime();
    served = await serve({ origins: ['https://board.example'] });
    await served.publish('ACME', { bid: 10 });
  });
  afterEach(async () => {
    socket.terminate();
    await served.stop();
    jest.useRealTimers();
  });

  const open = async (query: string) => {
    frames = [];
    socket = new WebSocket(`ws://127.0.0.1:${served.port}/feed/websocket${query}`);
    socket.on('message', (data: Buffer) => frames.push(decodeFrame(data.toString())));
    socket.on('error', () => undefined);
    await once(socket, 'open');
  };
  const came = async (count: number) => {
    while (frames.length < count) await once(socket, 'message');
    return frames;
  };
  const closeCode = async () => {
    const [code]: unknown[] = await once(socket, 'close');
    return code;
  };
  const wish = (topic: string, more: object = {}) =>
    encodeMessage({ type: 'subscribe', subscriptions: [{ topic: parseTopic(topic), ...more }] });

  it('sends what the query asks for, and then every change', async () => {
    await open('?topic=quotes');
    await came(1);
    await served.publish('ACME', { bid: 11 });
    expect(await came(2)).toMatchObject([
      { type: 'snapshot', rows: [{ key: 'ACME' }] },
      { type: 'delta', from: { offset: 1 }, rows: [{ fields: { bid: 11 } }] },
    ]);
  });

  it('waits for a message when the query asks for nothing', async () => {
    await open('');
    await settle();
    expect(frames).toEqual([]);
    socket.send(wish('quotes', { cursor: { epoch: 'e1', offset: 0 } }));
    expect(await came(1)).toMatchObject([{ cursor: { offset: 1 } }]);
  });

  it('hears no more than 40 messages at once, and sends whoever says more away to come back', async () => {
    await open('');
    const code = closeCode();
    for (let i = 0; i < 60; i++) socket.send(wish('quotes'));
    expect(await code).toBe(4013);
    expect(frames.at(-1)).toMatchObject({ type: 'bye', code: 'rate' });
  });

  it('answers a wish by a heartbeat when there is nothing to tell', async () => {
    await open('?topic=quotes&quotes.cursor=e1:1');
    expect(await came(1)).toMatchObject([{ type: 'heartbeat', cursors: { quotes: { offset: 1 } } }]);
    socket.send(wish('quotes'));
    expect(await came(2)).toMatchObject([{}, { type: 'heartbeat', cursors: { quotes: { offset: 1 } } }]);
  });

  it('merges what several commits of one moment bring', async () => {
    await open('?topic=quotes');
    await came(1);
    await Promise.all([served.publish('ACME', { bid: 11 }), served.publish('BOLT', { bid: 5 })]);
    expect((await came(2))[1]).toMatchObject({ from: { offset: 1 }, cursor: { offset: 3 } });
  });

  it('answers a refused wish with an error, and goes on with the former one', async () => {
    await open('?topic=quotes');
    await came(1);
    socket.send(wish('nix'));
    expect((await came(2))[1]).toMatchObject({ type: 'error', code: 'unknown_topic' });
    await served.publish('ACME', { bid: 12 });
    expect((await came(3))[2]).toMatchObject({ type: 'delta' });
  });

  it('closes after 20 refusals', async () => {
    await open('');
    for (let i = 0; i < 25; i++) socket.send(wish('nix'));
    expect(await closeCode()).toBe(4509);
    expect(frames.filter(({ type }) => type === 'error')).toHaveLength(20);
    expect(frames.at(-1)).toMatchObject({ type: 'bye', code: 'too_many_errors' });
  });

  it.each<[string, string | Buffer, [number, string]]>([
    ['text that is no JSON', 'hello', [4501, 'bad_request']],
    ['JSON that is no message', '{"type":"dance"}', [4501, 'bad_request']],
    ['JSON nested 5,000 deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, [4506, 'too_deep']],
    ['something binary', Buffer.from([1, 2, 3]), [1003, 'unsupported']],
  ])('closes at %s', async (_, message, [code, name]) => {
    await open('?topic=quotes');
    socket.send(message);
    expect(await closeCode()).toBe(code);
    expect(frames.at(-1)).toMatchObject({ type: 'bye', code: name });
    await until(() => served.rim.connections.size === 0);
  });

  it('closes with 1009 at a message over 16 KiB', async () => {
    await open('?topic=quotes');
    socket.send('x'.repeat(16 * 1024 + 1));
    expect(await closeCode()).toBe(1009);
  });

  it('says in the socket what is wrong with the query', async () => {
    await open('?topic=quotes&quotes.cursor=x');
    expect(await came(1)).toMatchObject([{ type: 'error', code: 'bad_cursor' }]);
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['https://board.example', 101],
  ])('answers a page of %s with %d', async (origin, status) => {
    const wire = await Wire.open(served.port);
    wire.upgrade('/feed/websocket?topic=quotes', [`Origin: ${origin}`]);
    await wire.until('\r\n\r\n');
    expect(wire.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    wire.socket.destroy();
  });

  it('gives its own page a socket', async () => {
    const wire = await Wire.open(served.port);
    wire.upgrade('/feed/websocket?topic=quotes', [`Origin: http://127.0.0.1:${served.port}`]);
    expect(await wire.until('snapshot')).toMatch(/^HTTP\/1.1 101 /);
    wire.socket.destroy();
  });

  it.each(['/feed/carrier-pigeon', '/elsewhere'])('answers 404 to an upgrade at %s', async (path) => {
    const wire = await Wire.open(served.port);
    wire.upgrade(path);
    expect(await wire.until('"code"')).toMatch(/^HTTP\/1.1 404 .*"not_found"/s);
    await wire.ended();
  });

  it('drops a peer that answers no ping', async () => {
    const wire = await Wire.open(served.port);
    wire.upgrade('/feed/websocket?topic=quotes');
    await wire.until('snapshot');
    jest.advanceTimersByTime(24_000);
    await settle();
    expect(served.rim.connections.size).toBe(1);
    jest.advanceTimersByTime(4_000);
    await wire.ended();
    expect(served.rim.connections.size).toBe(0);
  });

  it('keeps a peer that answers', async () => {
    await open('?topic=quotes');
    await came(1);
    for (let i = 0; i < 60; i++) {
      jest.advanceTimersByTime(1_000);
      await settle();
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
    expect(frames.filter(({ type }) => type === 'heartbeat').length).toBeGreaterThanOrEqual(3);
  });

  it('says goodbye when the server stops', async () => {
    await open('?topic=quotes');
    await came(1);
    const code = closeCode();
    await served.rim.connections.goodbye();
    expect(await code).toBe(4001);
    expect(frames.at(-1)).toMatchObject({ type: 'bye', code: 'shutdown', retryAfterMs: 2_500 });
  });
});
