import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { fineClock } from '../clock/fine-clock';
import { parseRoute } from './route';
import { RoutingGateway } from './routing-gateway';

/** A server that notes what it is asked, and lets the test answer. */
class Peer {
  readonly asked: string[] = [];
  readonly heard: string[] = [];
  sockets: WebSocket[] = [];
  answer = (url: string): string | undefined => `{"from":"${this.name} ${url}"}\n`;

  private constructor(
    private readonly name: string,
    private readonly server: Server,
  ) {
    const webSockets = new WebSocketServer({ server });
    webSockets.on('connection', (socket, request: IncomingMessage) => {
      this.asked.push(request.url ?? '');
      this.sockets.push(socket);
      socket.on('message', (data: Buffer) => this.heard.push(data.toString()));
    });
    server.on('request', ({ url = '' }, response) => {
      this.asked.push(url);
      const answer = this.answer(url);
      if (answer !== undefined) response.end(answer);
    });
  }

  static async open(name: string): Promise<Peer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Peer(name, server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
    this.server.close();
    this.server.closeAllConnections();
  }
}

let [left, right]: Peer[] = [];
let gateway: RoutingGateway;
const near = () => `127.0.0.1:${gateway.address.port}`;

beforeEach(async () => {
  [left, right] = await Promise.all([Peer.open('left'), Peer.open('right')]);
  const routes = [`quotes,trades=${left.url}`, `positions=${right.url}`, `/page=${right.url}`];
  gateway = await RoutingGateway.open({
    ...{ routes: routes.map(parseRoute), clock: fineClock, random: () => 0 },
  });
});

afterEach(() => {
  gateway.close();
  left!.close();
  right!.close();
});

/** A client, what it hears, and how it ended. */
async function client(path = '/feed/websocket') {
  const socket = new WebSocket(`ws://${near()}${path}`);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString()));
  const closed = once(socket, 'close') as Promise<[number]>;
  await once(socket, 'open');
  /** Waits for one more message. */
  const next = async () => {
    if (heard.length === 0) await once(socket, 'message');
    return heard.shift() ?? '';
  };
  return { socket, next, closed };
}

const wish = (...topics: readonly string[]) =>
  JSON.stringify({ type: 'subscribe', subscriptions: topics.map((topic) => ({ topic })) });

/** Waits until a peer has so many sockets and has heard them. */
async function hears(peer: Peer | undefined, messages: number): Promise<readonly string[]> {
  while ((peer?.heard.length ?? 0) < messages) await new Promise((turn) => setTimeout(turn, 1));
  return peer?.heard ?? [];
}

describe('a WebSocket through the routing gateway', () => {
  it('says to each server its part, and passes what both say', async () => {
    const { socket, next } = await client('/feed/websocket?topic=quotes&topic=positions&positions.keys=A');
    expect(await hears(left, 1)).toEqual([wish('quotes')]);
    expect((await hears(right, 1))[0]).toContain('"filter":{"keys":["A"]}');
    left!.sockets[0]?.send('from the left');
    expect(await next()).toBe('from the left');
    right!.sockets[0]?.send('from the right');
    expect(await next()).toBe('from the right');
    socket.send(wish('positions'));
    expect((await hears(left, 2))[1]).toBe(wish());
    expect((await hears(right, 2))[1]).toBe(wish('positions'));
    socket.close();
  });

  it('is told what cannot be routed, and goes on as before', async () => {
    const { socket, next } = await client('/feed/websocket?topic=quotes');
    await hears(left, 1);
    socket.send(wish('quotes', 'nowhere'));
    expect(await next()).toContain('"code":"unknown_topic"');
    left!.sockets[0]?.send('still here');
    expect(await next()).toBe('still here');
    expect(left!.heard).toHaveLength(1);
    socket.close();
  });

  it('is told goodbye with a code when one of its servers ends without a word', async () => {
    const { next, closed } = await client('/feed/websocket?topic=quotes&topic=positions');
    await Promise.all([hears(left, 1), hears(right, 1)]);
    const leftEnds = once(left!.sockets[0]!, 'close');
    right!.sockets[0]?.terminate();
    expect(await next()).toMatch(/^\{"type":"bye","code":"lost"/);
    expect(await closed).toContain(4012);
    await leftEnds;
  });

  it('ends with the code with which one of its servers ends, after what that said', async () => {
    const { next, closed } = await client('/feed/websocket?topic=quotes&topic=positions');
    await Promise.all([hears(left, 1), hears(right, 1)]);
    left!.sockets[0]?.send('bye from the left');
    left!.sockets[0]?.close(4001);
    expect(await next()).toBe('bye from the left');
    expect(await closed).toContain(4001);
  });

  it('is told when a server is not there', async () => {
    right!.close();
    const { next, closed } = await client('/feed/websocket?topic=positions');
    expect(await next()).toContain('"code":"lost"');
    expect(await closed).toContain(4012);
  });

  it.each([
    ['no JSON', 'hello', 4501],
    ['JSON too deep', '['.repeat(50), 4506],
    ['bytes', Buffer.from([1, 2]), 1003],
    ['a message too long', 'x'.repeat(20_000), 1009],
  ])('ends with the code for %s', async (_, said, code) => {
    const { socket, closed } = await client();
    socket.send(said);
    expect(await closed).toContain(code);
  });

  it('ends after too many refusals', async () => {
    const { socket, closed } = await client();
    for (let i = 0; i < 20; i++) socket.send(wish('nowhere'));
    expect(await closed).toContain(4509);
  });

  it('lets its client answer the servers’ pings, so that they see whether it lives', async () => {
    await client('/feed/websocket?topic=quotes&topic=positions');
    await Promise.all([hears(left, 1), hears(right, 1)]);
    const pongs = [left, right].map((peer) => once(peer!.sockets[0]!, 'pong'));
    left!.sockets[0]?.ping('there?');
    expect((await Promise.all(pongs)).map(([payload]) => String(payload))).toEqual(['there?', 'there?']);
  });

  it('is passed byte by byte where its path has a route', async () => {
    const { socket, next } = await client('/page/socket');
    socket.send('anything');
    expect(await hears(right, 1)).toEqual(['anything']);
    right!.sockets[0]?.send('at all');
    expect(await next()).toBe('at all');
    socket.close();
  });
});

describe('a request through the routing gateway', () => {
  const ask = async (path: string) => (await fetch(`http://${near()}${path}`)).text();

  it('goes as it is to the server that has all of it, by path or by topics', async () => {
    expect(await ask('/page/x?y=1')).toContain('right /page/x?y=1');
    expect(await ask('/feed/polling?topic=trades&topic=quotes&x=1')).toContain(
      'left /feed/polling?topic=trades&topic=quotes&x=1',
    );
  });

  it('is split by topics, and answered by both', async () => {
    expect(await ask('/feed/polling?topic=quotes&topic=positions')).toBe(
      '{"from":"left /feed/polling?topic=quotes"}\n{"from":"right /feed/polling?topic=positions"}\n',
    );
  });

  it('parked at both is answered by the first that has something, and by what the other has then', async () => {
    right!.answer = (url) => (url.startsWith('/feed/long-polling') ? undefined : '{"what":"is there now"}\n');
    expect(await ask('/feed/long-polling?topic=quotes&topic=positions&waitMs=9000')).toBe(
      '{"from":"left /feed/long-polling?topic=quotes&waitMs=9000"}\n{"what":"is there now"}\n',
    );
    expect(right!.asked).toEqual([
      '/feed/long-polling?topic=positions&waitMs=9000',
      '/feed/polling?topic=positions',
    ]);
  });

  it.each([
    ['/elsewhere', 404, 'not_found'],
    ['/feed/nothing', 404, 'not_found'],
    ['/feed/polling', 400, 'bad_request'],
    ['/feed/polling?topic=nowhere', 404, 'unknown_topic'],
    ['/feed/polling?topic=quotes&topic=positions&compress=1', 415, 'unsupported'],
    ['/feed/streaming?topic=quotes&topic=positions&codec=msgpack', 415, 'unsupported'],
    ['/feed/websocket?topic=quotes', 400, 'bad_request'],
  ])('%s is refused with %d %s', async (path, status, code) => {
    const answer = await fetch(`http://${near()}${path}`);
    expect([answer.status, await answer.json()]).toMatchObject([status, { type: 'error', code }]);
  });

  it('is refused with a code when its server is gone', async () => {
    right!.close();
    const answer = await fetch(`http://${near()}/page`);
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'lost' }]);
  });
});
