import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config';
import { startServer, type RunningServer } from '../server';

const load = { kind: 'load', transports: 'all', viewers: 1, seconds: 1 };

describe('the server has a lab', () => {
  let root: string;
  let server: RunningServer;

  const start = (more: Record<string, string> = {}) =>
    startServer({
      config: readConfig({ PORT: '0', ...more }),
      folders: { page: root, data: root, lab: join(root, 'lab'), measurements: join(root, 'measurements') },
      ...{ sources: [], clock: { now: () => 1_790_000_000_000 }, openStore: () => undefined },
      onFeedFailure: (name) => expect(name).toBeUndefined(),
    });

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tickway-'));
    await writeFile(join(root, 'index.html'), '<tw-shell></tw-shell>');
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    await rm(root, { recursive: true });
  });

  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.address}/lab${path}`, init);
  const answerOf = async (response: Response) => [response.status, await response.json()] as const;

  it('and says to anyone what there is of it', async () => {
    expect(await answerOf(await ask('/about'))).toEqual([
      200,
      {
        allowed: true,
        gateways: { most: 8, lifetimeMs: 600_000 },
        ...{ runs: false, experiments: [] },
      },
    ]);
    expect(
      await answerOf(await ask('/about', { headers: { 'x-forwarded-for': '192.0.2.7' } })),
    ).toMatchObject([200, { allowed: false, why: 'not_local' }]);
    expect(await answerOf(await ask('/measurements'))).toEqual([200, { measurements: [] }]);
  });

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of nowhere', { origin: 'null' }],
    ['a page of another site, as its browser tells', { 'sec-fetch-site': 'cross-site' }],
    ['whoever is passed on from elsewhere', { 'x-forwarded-for': '192.0.2.7' }],
  ])('that is closed to %s', async (_, headers) => {
    const asked: readonly (readonly [string, string])[] = [
      ...[['POST', '/gateways'] as const, ['GET', '/gateways/g1'] as const, ['PUT', '/gateways/g1'] as const],
      ...[['POST', '/gateways/g1/cut'] as const, ['DELETE', '/gateways/g1'] as const],
      ...[['POST', '/runs'] as const, ['GET', '/runs'] as const, ['DELETE', '/runs/r1'] as const],
    ];
    for (const [method, path] of asked)
      expect(await answerOf(await ask(path, { method, headers }))).toMatchObject([
        403,
        { code: 'forbidden_origin' },
      ]);
  });

  it('whose runs have the address of a view: a browser gets the page', async () => {
    expect(await (await ask('/runs', { headers: { accept: 'text/html' } })).text()).toBe(
      '<tw-shell></tw-shell>',
    );
    expect(await answerOf(await ask('/runs'))).toEqual([200, { runs: [] }]);
  });

  it.each<[string, [path: string, body: unknown], [status: number, code: string]]>([
    ['that is not built', ['/runs', load], [403, 'disabled']],
    ['with a run that is none', ['/runs', { kind: 'exec' }], [400, 'bad_request']],
    ['with a network that is none', ['/gateways', { rtt: 5 }], [400, 'bad_request']],
    ['with what is too large', ['/gateways', { rttMs: 'x'.repeat(20_000) }], [413, 'too_large']],
    ['with a gateway that is gone', ['/gateways/g1/pull', { ms: 5 }], [404, 'not_found']],
    ['with a cable pulled for ever', ['/gateways/g1/pull', { ms: 60_001 }], [400, 'bad_request']],
  ])('and refuses one %s', async (_, [path, body], [status, code]) => {
    const response = await ask(path, { method: 'POST', body: JSON.stringify(body) });
    expect(await answerOf(response)).toMatchObject([status, { code }]);
  });

  it('unless it is switched off', async () => {
    const other = await start({ TICKWAY_LAB: 'off' });
    const about = await fetch(`${other.address}/lab/about`);
    expect(await about.json()).toMatchObject({ allowed: false, why: 'off' });
    for (const path of ['/lab/runs', '/lab/measurements', '/lab/gateways/g1'])
      expect((await fetch(other.address + path)).status).toBe(404);
    const page = await fetch(other.address);
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self';");
    await other.stop();
  });

  it('whose gateways the page may reach by its own name, where the lab is for it', async () => {
    const policyOf = async (headers: Record<string, string>) =>
      (await fetch(server.address, { headers })).headers.get('content-security-policy');
    expect(await policyOf({})).toContain("connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*;");
    expect(await policyOf({ via: '1.1 proxy' })).toContain("connect-src 'self';");
  });
});
