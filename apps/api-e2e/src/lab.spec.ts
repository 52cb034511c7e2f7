import { decodeFrame, parseTopic } from '@tickway/protocol';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { within } from './harness/deadline';
import { isOf } from './harness/frame-kind';
import { Ingest, set } from './harness/ingest';
import { OwnGateway } from './harness/own-gateway';
import { Server } from './harness/server';
import { openPolling } from './lines/polling';
import { openWebSocket } from './lines/websocket';

const topic = parseTopic('events');
const EVIL = 'http://evil.example';

let server: Server;
let gateways: OwnGateway[] = [];

beforeAll(async () => {
  server = await Server.start(Ingest.settings([topic]));
  await new Ingest(server.url).publish(topic, [set('A', { n: 1 })]);
});
afterEach(async () => {
  for (const gateway of gateways) await gateway.close();
  gateways = [];
});
afterAll(() => server.stop());

async function open(network?: object): Promise<OwnGateway> {
  const gateway = await OwnGateway.open(server, network);
  gateways.push(gateway);
  return gateway;
}

/** How an upgrade is answered: by 101, or by which status. */
async function upgrade(url: string, origin?: string): Promise<number> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/feed/websocket?topic=${topic}`,
    origin ? { origin } : {},
  );
  const answer = new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', () => undefined);
  });
  return within(answer, () => 'an answer to the upgrade').finally(() => socket.terminate());
}

/** What a WebSocket hears first: the type of a frame, or nothing in all that time. */
async function firstHeard(url: string, patienceMs: number): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/feed/websocket?topic=${topic}`);
  const signal = AbortSignal.timeout(patienceMs);
  return once(socket, 'message', { signal })
    .then(
      ([frame]: unknown[]) => decodeFrame(String(frame)).type,
      () => 'nothing',
    )
    .finally(() => socket.terminate());
}

const poll = (url: string) => fetch(`${url}/feed/polling?topic=${topic}`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

describe('a viewer’s own gateway', () => {
  it('leads to the feed with the delay that is set, and takes a change at once', async () => {
    const gateway = await open({ rttMs: 150 });
    const ask = async () => (await poll(gateway.url)).text();
    // Set-up and question: two round trips; then one.
    expect(await timed(ask)).toBeGreaterThan(299);
    expect(await timed(ask)).toBeGreaterThan(149);
    expect((await gateway.set({ rttMs: 400 })).network).toMatchObject({ rttMs: 400 });
    expect(await timed(ask)).toBeGreaterThan(399);
    const { traffic } = await gateway.state();
    expect(traffic.toViewerBytes).toBeGreaterThan(traffic.toServerBytes);
  });

  it('leads to the feed alone', async () => {
    const { url } = await open();
    for (const path of [
      '/',
      '/stats',
      '/lab/about',
      '/lab/runs',
      '/livez',
      '/history',
      '/data/nyc/nothing.json',
    ])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 404]);
    const ingest = await new Ingest(url).post(topic, '{"key":"A","fields":{}}');
    expect([ingest.status, (await poll(url)).status]).toEqual([404, 200]);
  });

  it('may be used by exactly the page that made it, and only through it', async () => {
    const { url } = await open();
    const allowed = async (at: string, origin: string) => {
      const { headers } = await fetch(`${at}/feed/polling?topic=${topic}`, { headers: { origin } });
      return [headers.get('access-control-allow-origin'), headers.get('timing-allow-origin')];
    };
    const other = server.url.replace('127.0.0.1', 'localhost');
    expect(await allowed(url, server.url)).toEqual([server.url, server.url]);
    expect(await allowed(url, EVIL)).toEqual([null, null]);
    expect(await allowed(url, other)).toEqual([null, null]);
    expect(await allowed(server.url, server.url)).toEqual([null, null]);
    expect(await allowed(server.url, url)).toEqual([null, null]);
    expect([
      await upgrade(url, server.url),
      await upgrade(url, EVIL),
      await upgrade(server.url, EVIL),
    ]).toEqual([...[101, 403, 403]]);
    const preflight = await fetch(`${url}/feed/polling`, { method: 'OPTIONS', headers: { origin: EVIL } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('reads refusals too to its page, which must learn why', async () => {
    const { url } = await open();
    const refused = await fetch(`${url}/feed/polling?topic=nix`, { headers: { origin: server.url } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([404, server.url]);
  });

  it('takes WebSocket away by silence, and gives it back', async () => {
    const gateway = await open({ silent: true });
    expect(await upgrade(gateway.url)).toBe(101);
    expect(await firstHeard(gateway.url, 700)).toBe('nothing');
    expect((await poll(gateway.url)).status).toBe(200);
    await gateway.set({});
    expect(await firstHeard(gateway.url, 20_000)).toBe('snapshot');
  });

  it('takes WebSocket away by not passing Upgrade on, and leaves HTTP', async () => {
    const { url } = await open({ stripUpgrade: true });
    expect(await upgrade(url)).toBe(400);
    const line = openPolling(url, [{ topic }]);
    await line.receiver.next(isOf('snapshot', topic), 'a snapshot');
    line.close();
  });

  it('lets nothing pass while its cable is out', async () => {
    const gateway = await open();
    await (await poll(gateway.url)).text();
    expect(await gateway.pull(600)).toBe(204);
    expect(await timed(async () => (await poll(gateway.url)).text())).toBeGreaterThan(599);
  });

  it('cuts all its connections, and no other’s', async () => {
    const [gateway, beside] = [await open(), await open()];
    const lines = [gateway, beside].map(({ url }) => openWebSocket(url, [{ topic }]));
    for (const { receiver } of lines) await receiver.next(isOf('snapshot', topic), 'a snapshot');
    expect((await gateway.state()).traffic.connections).toBe(1);
    expect(await gateway.cut()).toBe(204);
    await within(untilNone(gateway), () => 'the end of the connection');
    expect((await beside.state()).traffic.connections).toBe(1);
    for (const { close } of lines) close();
  });

  it('is gone when it is closed', async () => {
    const gateway = await open();
    gateways = [];
    expect([await gateway.close(), await gateway.close()]).toEqual([204, 404]);
    await expect(poll(gateway.url)).rejects.toThrow();
    await expect(gateway.state()).rejects.toThrow('404');
  });

  it('is one of eight', async () => {
    for (let i = 0; i < 8; i++) await open();
    await expect(open()).rejects.toThrow(/503.*over_capacity/);
  });
});

async function untilNone(gateway: OwnGateway): Promise<void> {
  while ((await gateway.state()).traffic.connections > 0);
}

describe('the lab', () => {
  /** As a browser would that was led here by a name of the attacker's own. */
  async function asked(
    host: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<number | undefined> {
    const outgoing = request(`${server.url}/lab/gateways`, { method: 'POST', headers: { host, ...headers } });
    outgoing.end('{}');
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  }

  it('opens nothing for a name that was made to lead here, nor for a page of another site', async () => {
    const host = new URL(server.url).host;
    expect(await asked(`evil.example:${server.port}`)).toBe(403);
    expect(await asked(`evil.example:${server.port}`, { origin: `http://evil.example:${server.port}` })).toBe(
      403,
    );
    expect(await asked(host, { origin: EVIL })).toBe(403);
    expect(await asked(host, { origin: 'null' })).toBe(403);
    expect(await asked(host, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('lets the page find its gateways by the page’s own name, and no other host', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*;",
    );
  });

  it('has an operator elsewhere by token, and then only with it', async () => {
    const token = 'operator-of-the-conformance-run';
    const guarded = await Server.start({ TICKWAY_LAB_TOKEN: token, TICKWAY_SYSTEMS: 'lirr' });
    const from = { 'x-forwarded-for': '192.0.2.7' };
    const open = (headers: Record<string, string>) =>
      fetch(`${guarded.url}/lab/gateways`, { method: 'POST', headers: { ...from, ...headers } });
    const statuses = [await open({}), await open({ authorization: 'Bearer wrong' })].map(
      ({ status }) => status,
    );
    const granted = await open({ authorization: `Bearer ${token}` });
    expect([...statuses, granted.status]).toEqual([403, 403, 201]);
    await guarded.stop();
  });

  it('leaves no port open behind it', async () => {
    const short = await Server.start({ TICKWAY_SYSTEMS: 'lirr' });
    const gateway = await OwnGateway.open(short);
    const line = openWebSocket(gateway.url, [{ topic: parseTopic('feeds') }]);
    await line.receiver.next(isOf('snapshot', parseTopic('feeds')), 'a snapshot');
    expect(await short.stop()).toMatchObject({ code: 0 });
    await expect(fetch(gateway.url)).rejects.toThrow();
    line.close();
  });
});
