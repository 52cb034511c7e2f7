import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  connect,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
} from 'node:http2';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import { maskedFrame } from '../wire/masked-frame';
import { opcodes, WebSocketFrames } from '../wire/web-socket-frames';
import { Http2Entrance, type Certificate } from './http2-entrance';
import { selfSigned } from './testing/self-signed';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server, the entrance before it, and one viewer's connection to that. */
interface Scene {
  readonly server: Server;
  readonly viewer: ClientHttp2Session;
}

const endings: (() => unknown)[] = [];

async function open(answering: Answering, certificate?: Certificate): Promise<Scene> {
  const server = createServer(answering).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const entrance = await Http2Entrance.open({
    server: { host: '127.0.0.1', port },
    ...(certificate && { certificate }),
  });
  const scheme = certificate ? 'https' : 'http';
  const viewer = connect(`${scheme}://127.0.0.1:${entrance.address.port}`, { ca: certificate?.cert });
  endings.push(
    () => viewer.destroy(),
    () => entrance.close(),
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return { server, viewer };
}

afterEach(() => endings.splice(0).forEach((end) => end()));

async function head(stream: ClientHttp2Stream): Promise<IncomingHttpHeaders> {
  const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders];
  return headers;
}

const firstChunk = async (stream: ClientHttp2Stream) => String((await once(stream, 'data'))[0]);

describe('the entrance that speaks HTTP/2', () => {
  it('passes a question on as HTTP/1.1, with who asked, and its answer back', async () => {
    const { viewer } = await open((request, response) => {
      const { httpVersion, method, url, headers } = request;
      response.setHeader('Set-Cookie', ['a=1', 'b=2']).setHeader('Connection', 'close');
      void text(request).then((body) =>
        response.end(JSON.stringify({ httpVersion, method, url, headers, body })),
      );
    });
    const asked = viewer.request({
      ':method': 'POST',
      ':path': '/a?b=c',
      'x-forwarded-for': '6.6.6.6',
      accept: '*/*',
    });
    asked.end('said');
    const answered = await head(asked);
    expect(answered).toMatchObject({ ':status': 200, 'set-cookie': ['a=1', 'b=2'] });
    expect(Object.keys(answered)).not.toContain('connection');
    const heard = JSON.parse(await text(asked)) as Record<string, unknown>;
    expect(heard).toMatchObject({ httpVersion: '1.1', method: 'POST', url: '/a?b=c', body: 'said' });
    expect(heard.headers).toMatchObject({
      ...{ accept: '*/*', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string,
    });
  });

  it.each([
    ['HEAD', 200],
    ['GET', 304],
  ])('passes an answer without a body: %s, %i', async (method, status) => {
    const { viewer } = await open((_, response) => response.writeHead(status, { etag: '"x"' }).end());
    const asked = viewer.request({ ':method': method });
    expect(await head(asked)).toMatchObject({ ':status': status, etag: '"x"' });
    expect(await text(asked)).toBe('');
  });

  it('lets answers without end and others run on one connection, and ends what nobody hears any more', async () => {
    const connections = new Set<unknown>();
    let ended: Promise<unknown> = Promise.resolve();
    const { viewer } = await open((request, response) => {
      connections.add(request.socket.remotePort);
      if (request.url === '/one') return response.end('one');
      ended = once(response, 'close');
      return response.write('first');
    });
    const stream = viewer.request({ ':path': '/stream' });
    expect(await firstChunk(stream)).toBe('first');
    expect(await text(viewer.request({ ':path': '/one' }))).toBe('one');
    expect(await text(viewer.request({ ':path': '/one' }))).toBe('one');
    // The second question went where the first had gone.
    expect(connections.size).toBe(2);
    stream.close();
    await ended;
  });

  it('takes no more from the server than the viewer does', async () => {
    const CHUNK = Buffer.alloc(1024 * 1024);
    const WHOLE = 32;
    let written = 0;
    const { viewer } = await open((_, response) => {
      const write = () => {
        while (written < WHOLE) {
          written++;
          if (!response.write(CHUNK)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const asked = viewer.request({ ':path': '/' });
    await head(asked);
    // Each of these goes to the entrance and back while nothing is read: time enough for all of it, were it taken.
    for (let turn = 0; turn < 50; turn++) await new Promise<void>((resolve) => viewer.ping(() => resolve()));
    // What the kernel's buffers hold.
    expect(written).toBeLessThan(WHOLE / 2);
    let read = 0;
    for await (const chunk of asked) read += (chunk as Buffer).length;
    expect(read).toBe(WHOLE * CHUNK.length);
  });

  it('says 502 for a server that is gone, and breaks off an answer that is', async () => {
    const { viewer, server } = await open((_, response) => response.write('half'));
    const broken = viewer.request({ ':path': '/' });
    expect(await firstChunk(broken)).toBe('half');
    server.close();
    server.closeAllConnections();
    await expect(once(broken, 'close')).rejects.toThrow('NGHTTP2_INTERNAL_ERROR');
    expect(await head(viewer.request({ ':path': '/' }))).toMatchObject({ ':status': 502 });
  });

  it('is no way to anywhere else', async () => {
    const { viewer } = await open((_, response) => response.end());
    const asked = viewer.request({ ':method': 'CONNECT', ':authority': 'example.org:443' });
    expect(await head(asked)).toMatchObject({ ':status': 501 });
  });

  it('speaks TLS with a certificate', async () => {
    const { viewer } = await open(
      (request, response) => response.end(request.headers['x-forwarded-proto']),
      selfSigned(),
    );
    expect(await text(viewer.request({ ':path': '/' }))).toBe('https');
    expect(viewer.alpnProtocol).toBe('h2');
  });
});

describe('a WebSocket over HTTP/2', () => {
  async function socket({ server, viewer }: Scene, echo = new WebSocketServer({ noServer: true })) {
    server.on('upgrade', (request: IncomingMessage, raw: Socket, rest: Buffer) => {
      if (request.url === '/refused') return raw.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
      return echo.handleUpgrade(request, raw, rest, (peer) => {
        peer.send('hello');
        peer.on('message', (said: Buffer) => peer.send(`${String(said)}!`));
      });
    });
    await once(viewer, 'remoteSettings');
    const to = (path: string) =>
      viewer.request(
        { ':method': 'CONNECT', ':protocol': 'websocket', ':path': path, 'sec-websocket-version': '13' },
        { endStream: false },
      );
    return { to, echo };
  }

  it('is opened by CONNECT and 200, and both ends speak', async () => {
    const { to, echo } = await socket(await open(() => undefined));
    const stream = to('/');
    const heard: string[] = [];
    let tell: () => void = () => undefined;
    const frames = new WebSocketFrames(({ payload }) => {
      heard.push(String(payload));
      tell();
    });
    stream.on('data', (chunk: Buffer) => frames.add(chunk));
    const answered = await head(stream);
    expect(answered).toMatchObject({ ':status': 200 });
    expect(Object.keys(answered)).not.toContain('sec-websocket-accept');
    stream.write(maskedFrame(opcodes.text, Buffer.from('well'), () => 0.5));
    while (heard.length < 2) await new Promise<void>((resolve) => (tell = resolve));
    expect(heard).toEqual(['hello', 'well!']);
    const [peer] = echo.clients;
    const gone = peer && once(peer, 'close');
    stream.close();
    await gone;
    expect(echo.clients.size).toBe(0);
  });

  it('ends with the server’s end', async () => {
    const { to, echo } = await socket(await open(() => undefined));
    const stream = to('/');
    await head(stream);
    for (const peer of echo.clients) peer.terminate();
    stream.resume();
    await once(stream, 'close');
    expect(stream.rstCode).toBe(0);
  });

  it('is refused as the server refuses it', async () => {
    const { to } = await socket(await open(() => undefined));
    const stream = to('/refused');
    expect(await head(stream)).toMatchObject({ ':status': 403 });
    expect(await text(stream)).toBe('no');
  });
});
