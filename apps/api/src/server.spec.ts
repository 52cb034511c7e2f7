import 'reflect-metadata';
import { memoryHistory } from '@tickway/history';
import { parseTopic, transportNames } from '@tickway/protocol';
import { parseStats } from '@tickway/report';
import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { listen } from './http-server';
import { startServer, type RunningServer } from './server';

const clock = { now: () => 1_790_000_000_000 };
const [trades, quotes] = [parseTopic('trades'), parseTopic('quotes')];
const TOKEN = '0123456789abcdef';
const environment = { PORT: '0', TICKWAY_INGEST_TOKEN: TOKEN, TICKWAY_INGEST_TOPICS: 'vans,alerts:every' };

describe('the server', () => {
  let root: string;
  let server: RunningServer;

  const start = (more: Record<string, string> = {}) =>
    startServer({
      config: readConfig({ ...environment, ...more }),
      folders: {
        ...{ page: join(root, 'page'), data: join(root, 'data') },
        ...{ lab: join(root, 'lab'), measurements: join(root, 'measurements') },
      },
      sources: [],
      clock,
      openStore: () =>
        more.TICKWAY_HISTORY === 'off' ? undefined : memoryHistory({ clock, trades, quotes }),
      onFeedFailure: (name) => expect(name).toBeUndefined(),
    });

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tickway-'));
    await mkdir(join(root, 'page'));
    await mkdir(join(root, 'data/nyc'), { recursive: true });
    await writeFile(join(root, 'page/index.html'), '<tw-shell></tw-shell>');
    await writeFile(join(root, 'page/main-ABCDEFGH.js'), 'export {};');
    await writeFile(join(root, 'page/favicon.svg'), '<svg/>');
    await writeFile(join(root, 'data/nyc/base-map.json'), '{}');
    await writeFile(join(root, 'secret.txt'), 'secret');
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    await rm(root, { recursive: true });
  });

  const get = (path: string) => fetch(server.address + path);

  describe('serves the page', () => {
    it.each(['/', '/quotes', '/map/subway'])('at %s', async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, '<tw-shell></tw-shell>']);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    });

    it('that may load and run only what is its own', async () => {
      const { headers } = await get('/');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("img-src 'self' data: blob: https://tile.openstreetmap.org;");
      expect(headers.get('x-powered-by')).toBeNull();
    });

    it('with files that are kept for ever if their name tells their content', async () => {
      const hashed = await get('/main-ABCDEFGH.js');
      expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const plain = await get('/favicon.svg');
      expect(plain.headers.get('cache-control')).toBe('no-cache');
      const again = await fetch(`${server.address}/favicon.svg`, {
        headers: { 'if-none-match': plain.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
      });
      expect(again.status).toBe(304);
    });

    it('with its data', async () => {
      expect(await (await get('/data/nyc/base-map.json')).json()).toEqual({});
      expect(await (await get('/data/tiles.json')).json()).toEqual({
        url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
      });
    });

    it.each(['/main-gone.js', '/data/nyc/gone.json', '/..%2fsecret.txt', '/%2e%2e/secret.txt'])(
      'and not %s',
      async (path) => {
        const response = await get(path);
        const text = await response.text();
        expect(text).not.toContain('secret');
        expect([response.status, JSON.parse(text)]).toMatchObject([
          404,
          { type: 'error', code: 'not_found' },
        ]);
      },
    );

    it('and answers a path that cannot be decoded with a code', async () => {
      const response = await get('/%ff');
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad_request' }]);
    });
  });

  it('says that it is well', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok' });
  });

  it('tells its figures', async () => {
    await (await get('/feed/polling?topic=feeds')).text();
    await (await get('/feed/polling?topic=nix')).text();
    const said: unknown = await (await get('/stats')).json();
    expect(said).toMatchObject({ codes: { unknown_topic: 1 } });
    const stats = parseStats(said);
    expect([...stats.transports.keys()].toSorted()).toEqual([...transportNames].toSorted());
    expect(stats.transports.get('polling')).toMatchObject({ requests: 2, frames: 1 });
    expect(stats.heap?.usedBytes).toBeLessThan(stats.rssBytes);
    if (process.platform === 'linux') expect(stats.kernel?.socketBytes).toBeGreaterThanOrEqual(0);
  });

  describe('takes updates from outside', () => {
    const post = (body: string, more: { topic?: string; token?: string } = {}) =>
      fetch(`${server.address}/ingest/${more.topic ?? 'vans'}`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${more.token ?? TOKEN}` },
      });
    const vans = async () => (await get('/feed/polling?topic=vans')).text();

    it('and takes it for no fault of its own when who sends them is gone', async () => {
      const { port } = new URL(server.address);
      const socket = connect(Number(port), '127.0.0.1');
      const head = ['POST /ingest/vans HTTP/1.1', 'Host: here', `Authorization: Bearer ${TOKEN}`];
      socket.write([...head, 'Content-Length: 1000', 'Expect: 100-continue', '', '{"key"'].join('\r\n'));
      await once(socket, 'data');
      const reported = jest.spyOn(Logger.prototype, 'error').mockImplementation();
      socket.destroy();
      for (let i = 0; i < 3; i++) expect(await vans()).not.toContain('lost');
      expect(reported).not.toHaveBeenCalled();
      reported.mockRestore();
    });

    it('a line each, and sends them on', async () => {
      const lines = Array.from({ length: 250 }, (_, i) => `{"key":"van-${i}","fields":{"speed":${i}}}`);
      expect(await (await post(lines.join('\n'))).json()).toEqual({ accepted: 250 });
      expect(await vans()).toContain('["van-249",{"speed":249},1]');
      await post('{"key":"van-7","removed":true}\n');
      expect(await vans()).not.toContain('"van-7"');
    });

    it('whole or not at all, and names the line', async () => {
      const response = await post('{"key":"lost","fields":{}}\n\n{"key":"lost","fields":5}\n');
      expect([response.status, await response.json()]).toMatchObject([
        400,
        {
          code: 'bad_request',
          message: expect.stringMatching(/^line 3: .*; nothing was accepted$/) as string,
        },
      ]);
      expect(await vans()).not.toContain('lost');
    });

    it.each<[string, string, [number, string]]>([
      ['over 1 MiB', `{"key":"lost","fields":{}}\n`.repeat(50_000), [413, 'too_large']],
      ['with a line over 16 KiB', 'x'.repeat(20_000), [413, 'too_large']],
      ['nested 5,000 deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, [400, 'too_deep']],
      [
        'with a field that would be a prototype',
        '{"key":"lost","fields":{"__proto__":1}}',
        [400, 'bad_request'],
      ],
    ])('but not a body %s', async (_, body, [status, code]) => {
      const response = await post(body);
      expect([response.status, await response.json()]).toMatchObject([status, { code }]);
      expect(await vans()).not.toContain('lost');
    });

    it('and forgets a key, in the feed and of what it told', async () => {
      const told = async () => (await get('/history/frames?topic=vans&from=0')).text();
      await post('{"key":"forgotten","fields":{"speed":1}}\n{"key":"kept","fields":{"speed":1}}');
      expect(await told()).toContain('"forgotten"');
      const forget = (path: string) =>
        fetch(`${server.address}/ingest/${path}`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${TOKEN}` },
        });
      expect((await forget('vans/forgotten')).status).toBe(204);
      for (const text of [await told(), await vans()]) {
        expect(text).not.toContain('"forgotten"');
        expect(text).toContain('"kept"');
      }
      expect((await forget('quotes/ACME')).status).toBe(404);
      expect((await forget('vans/__proto__')).status).toBe(400);
      expect((await forget('alerts/one')).status).toBe(400);
      expect((await fetch(`${server.address}/ingest/vans/kept`, { method: 'DELETE' })).status).toBe(401);
      expect(await vans()).toContain('"kept"');
    });

    it.each([
      ['a wrong token', { token: 'fedcba9876543210' }, 'unauthorized'],
      ['a topic of the server’s own', { topic: 'quotes' }, 'unknown_topic'],
      ['a topic that is none', { topic: 'Q' }, 'bad_request'],
    ])('but not for %s', async (_, more, code) => {
      expect(await (await post('{"key":"lost","fields":{}}', more)).json()).toMatchObject({ code });
    });
  });

  describe('remembers', () => {
    it('what it told, from its start on', async () => {
      await fetch(`${server.address}/ingest/vans`, {
        method: 'POST',
        body: '{"key":"remembered","fields":{"speed":3}}',
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      const frames = await get(`/history/frames?topic=vans&from=${clock.now()}`);
      expect(frames.headers.get('content-type')).toBe('application/x-ndjson');
      expect(await frames.text()).toContain('"remembered"');
      const status: unknown = await (await get('/history')).json();
      expect(status).toMatchObject({ state: 'on', oldest: { vans: clock.now() } });
      expect(await (await get('/stats')).json()).toMatchObject({ history: { state: 'on' } });
    });

    it.each([
      ['/history/frames?topic=depth&from=0', 404, 'unknown_topic'],
      ['/history/frames?topic=vans', 400, 'bad_request'],
      ['/history/past', 404, 'not_found'],
    ])('and answers %s with a code', async (path, status, code) => {
      const response = await get(path);
      expect([response.status, await response.json()]).toMatchObject([status, { code }]);
    });

    it('and refuses whoever asks too often, with a code and when to come back', async () => {
      const other = await start({ TICKWAY_HISTORY_RATE: '1' });
      const answers = await Promise.all(
        Array.from({ length: 7 }, () => fetch(`${other.address}/history/bars?key=ACME&interval=1m`)),
      );
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(2);
      expect(await refused[0]?.json()).toMatchObject({ type: 'error', code: 'rate' });
      expect(refused[0]?.headers.get('retry-after')).toBe('2');
      await other.stop();
    });

    it('nothing when that is switched off', async () => {
      const other = await start({ TICKWAY_HISTORY: 'off' });
      const response = await fetch(`${other.address}/history`);
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'disabled' }]);
      await other.stop();
    });
  });

  it('refuses updates from outside unless told otherwise', async () => {
    const plain = await start({ TICKWAY_INGEST_TOKEN: '', TICKWAY_INGEST_TOPICS: '' });
    const response = await fetch(`${plain.address}/ingest/vans`, { method: 'POST', body: '{}' });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'disabled' }]);
    await plain.stop();
  });

  it('cannot start on a port that is in use, nor with a topic of its own for others', async () => {
    const { port } = new URL(server.address);
    await expect(start({ PORT: port })).rejects.toThrow(`PORT ${port} is in use`);
    await expect(start({ TICKWAY_INGEST_TOPICS: 'trades' })).rejects.toThrow('TICKWAY_INGEST_TOPICS: trades');
    await expect(listen(createServer(), readConfig({ HOST: '203.0.113.7' }))).rejects.toThrow(
      'HOST 203.0.113.7',
    );
  });

  it('ends held requests with goodbye, and itself, when it is stopped', async () => {
    const other = await start();
    const stream = await fetch(`${other.address}/feed/streaming?topic=vans`);
    await other.stop();
    expect(await stream.text()).toContain('{"type":"bye","code":"shutdown"');
    await expect(fetch(other.address)).rejects.toThrow();
  });
});
