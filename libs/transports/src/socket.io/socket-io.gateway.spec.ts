import 'reflect-metadata';
import { decode } from '@msgpack/msgpack';
import { parseFrame, type Received } from '@tickway/protocol';
import { Module, type INestApplication, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import { RIM, type Rim } from '../rim';
import { serve, settle, until, type Served } from '../testing/serve';
import { FeedIoAdapter } from './feed-io-adapter';
import { SocketIoGateway } from './socket-io.gateway';

/** A client that speaks Engine.IO 4 and Socket.IO 5 by hand, so that it can say wrong things. */
class Spoken {
  readonly frames: Received[] = [];
  readonly others: string[] = [];

  constructor(readonly socket: WebSocket) {
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, binary: boolean) => {
      if (binary) this.frames.push(parseFrame(decode(data)));
      else this.hear(data.toString());
    });
  }

  say(event: string, content: unknown): void {
    this.socket.send(`42${JSON.stringify([event, content])}`);
  }

  async came(count: number): Promise<readonly Received[]> {
    while (this.frames.length < count) await once(this.socket, 'message');
    return this.frames;
  }

  private hear(text: string): void {
    const prefix = '42["frame",';
    if (text.startsWith(prefix))
      this.frames.push(parseFrame(JSON.parse(text.slice(prefix.length, -1)) as unknown));
    else this.others.push(text);
  }
}

describe('socket.io', () => {
  let served: Served;
  let app: INestApplication;
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    served = await serve({}, async (server, rim) => {
      app = await nest(rim);
      app.useWebSocketAdapter(new FeedIoAdapter(server, rim.settings));
      await app.init();
    });
    await served.publish('ACME', { bid: 10 });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await until(() => served.rim.connections.size === 0);
  });
  afterAll(async () => {
    await served.stop();
    await app.close();
  });

  const connect = async (form = '', options: ClientOptions = {}) => {
    const address = `ws://127.0.0.1:${served.port}/feed/socket.io/?EIO=4&transport=websocket${form}`;
    const socket = new WebSocket(address, options);
    sockets.push(socket);
    const spoken = new Spoken(socket);
    await once(socket, 'open');
    socket.send('40');
    while (spoken.others.length < 2) await once(socket, 'message');
    return spoken;
  };
  const quotes = { type: 'subscribe', subscriptions: [{ topic: 'quotes' }] };

  it('offers nothing but WebSocket, without a recovery of its own', async () => {
    const { others } = await connect();
    expect(others[0]).toMatch(/^0\{"sid":".*","upgrades":\[\],"pingInterval":15000,"pingTimeout":10000,/);
    expect(others[1]).toMatch(/^40\{"sid":"[^"]+"\}$/);
  });

  it('emits a snapshot and every change as the event frame', async () => {
    const spoken = await connect();
    spoken.say('subscribe', quotes);
    expect(await spoken.came(1)).toMatchObject([{ type: 'snapshot', rows: [{ key: 'ACME' }] }]);
    await served.publish('ACME', { bid: 'zwölf €' });
    expect((await spoken.came(2))[1]).toMatchObject({
      type: 'delta',
      rows: [{ fields: { bid: 'zwölf €' } }],
    });
  });

  it.each(['&codec=msgpack', '&compress=1', '&codec=msgpack&compress=1'])(
    'says the same in the form %s',
    async (form) => {
      const spoken = await connect(form);
      spoken.say('subscribe', quotes);
      expect(await spoken.came(1)).toMatchObject([{ type: 'snapshot', rows: [{ key: 'ACME' }] }]);
      await served.publish('ACME', { bid: `zwölf € ${form}` });
      expect((await spoken.came(2))[1]).toMatchObject({
        type: 'delta',
        rows: [{ fields: { bid: `zwölf € ${form}` } }],
      });
      const attached = spoken.others.slice(2);
      const announced = '451-["frame",{"_placeholder":true,"num":0}]';
      expect(attached).toEqual(form.includes('msgpack') ? spoken.frames.map(() => announced) : []);
      expect(spoken.socket.extensions).toBe(form.includes('compress') ? 'permessage-deflate' : '');
    },
  );

  it('compresses nothing for who only offers it', async () => {
    expect((await connect()).socket.extensions).toBe('');
  });

  it('refuses compression to who cannot read it, and goes on', async () => {
    const spoken = await connect('&compress=1', { perMessageDeflate: false });
    spoken.say('subscribe', quotes);
    expect(await spoken.came(2)).toMatchObject([
      { type: 'error', code: 'unsupported' },
      { type: 'snapshot' },
    ]);
  });

  it.each(['codec=cbor', 'compress=2', 'keepAlive=0', 'windowMs=10'])(
    'says goodbye to who asks for %s',
    async (lever) => {
      const spoken = await connect(`&${lever}`);
      if (spoken.socket.readyState !== WebSocket.CLOSED) await once(spoken.socket, 'close');
      expect(spoken.frames).toMatchObject([{ type: 'bye', code: 'bad_request' }]);
    },
  );

  it('answers a wish that cannot be granted, and an unknown event, and goes on', async () => {
    const spoken = await connect();
    spoken.say('subscribe', { type: 'subscribe', subscriptions: [{ topic: 'nix' }] });
    spoken.say('dance', { with: 'me' });
    spoken.say('subscribe', quotes);
    expect(await spoken.came(3)).toMatchObject([
      { type: 'error', code: 'unknown_topic' },
      { type: 'error', code: 'bad_request' },
      { type: 'snapshot' },
    ]);
  });

  it.each([
    ['JSON nested 5,000 deep', `42["subscribe",${'['.repeat(5_000)}${']'.repeat(5_000)}]`, 'too_deep'],
    ['text that is no JSON', '42["subscribe"', 'bad_request'],
    ['an event without a message', '42["subscribe"]', 'bad_request'],
    ['a wish for another namespace', '40/admin,', 'bad_request'],
    ['something binary', Buffer.from([1, 2, 3]), 'unsupported'],
    ['an announced attachment', '451-["subscribe",{"_placeholder":true,"num":0}]', 'bad_request'],
  ])('says goodbye at %s', async (_, message, code) => {
    const spoken = await connect();
    spoken.socket.send(message);
    await once(spoken.socket, 'close');
    expect(spoken.frames).toMatchObject([{ type: 'bye', code }]);
  });

  it('cuts a message over 16 KiB', async () => {
    const spoken = await connect();
    spoken.socket.send(`42["subscribe","${'x'.repeat(17_000)}"]`);
    const [code]: unknown[] = await once(spoken.socket, 'close');
    expect(code).toBe(1009);
  });

  it('refuses a page of another origin before it has a socket', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${served.port}/feed/socket.io/?EIO=4&transport=websocket`, {
      origin: 'https://evil.example',
    });
    const [error]: unknown[] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });

  it('gives a stalled reader one take and then nothing, and lets it catch up in one merged frame', async () => {
    const spoken = await connect();
    spoken.say('subscribe', quotes);
    const [snapshot] = await spoken.came(1);
    const ROUNDS = 400;
    const lastRevision = ROUNDS + (snapshot?.type === 'snapshot' ? (snapshot.rows[0]?.revision ?? 0) : 0);
    const sent = () => served.rim.traffic.snapshot()['socket.io']?.frames ?? 0;
    const before = sent();
    spoken.socket.pause();
    for (let round = 0; round < ROUNDS; round++) {
      await served.publish('ACME', { text: `${round}:`.padEnd(50_000, 'x') });
      await settle(1);
    }
    expect(sent() - before).toBeLessThan(200);
    spoken.socket.resume();
    const isLast = (frame?: Received) => frame?.type === 'delta' && frame.rows[0]?.revision === lastRevision;
    while (!isLast(spoken.frames.at(-1))) await once(spoken.socket, 'message');
    const deltas = spoken.frames.flatMap((frame) => (frame.type === 'delta' ? [frame] : []));
    deltas.slice(1).forEach(({ from }, i) => expect(from).toEqual(deltas[i]?.cursor));
    await served.publish('ACME', { text: '' });
  });

  it('books the bytes of its sockets as its own', async () => {
    const before = served.rim.traffic.snapshot()['socket.io']?.bytesWritten ?? 0;
    const spoken = await connect();
    spoken.say('subscribe', quotes);
    await spoken.came(1);
    const after = served.rim.traffic.snapshot()['socket.io']?.bytesWritten ?? 0;
    // Handshake, Engine.IO's and Socket.IO's greetings, one frame.
    expect(after - before).toBeGreaterThan(400);
    expect(after - before).toBeLessThan(800);
  });

  it('says goodbye when the server stops', async () => {
    const spoken = await connect();
    spoken.say('subscribe', quotes);
    await spoken.came(1);
    await served.rim.connections.goodbye();
    expect((await spoken.came(2))[1]).toMatchObject({ type: 'bye', code: 'shutdown', retryAfterMs: 2_500 });
  });
});

const quiet: Pick<NestApplicationOptions, 'logger'> = { logger: ['error'] };

function nest(rim: Rim): Promise<INestApplication> {
  @Module({ providers: [{ provide: RIM, useValue: rim }, SocketIoGateway] })
  class Spoke {}
  return NestFactory.create(Spoke, quiet);
}
