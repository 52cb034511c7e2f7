import { decodeFrame, type Received } from '@tickway/protocol';
import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ingest, set } from './harness/ingest';
import { Server } from './harness/server';

interface Status {
  readonly state: string;
  readonly reason?: string;
  readonly cuts: readonly { readonly from: number; readonly to: number }[];
}

const ON_DISK = isBuiltin('node:sqlite');

describe('the history', () => {
  let folder: string;
  let server: Server;

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'tickway-'))));
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const start = async (path: string) => {
    server = await Server.start({
      ...Ingest.settings(['vans']),
      TICKWAY_HISTORY: path,
      TICKWAY_SYSTEMS: 'lirr',
    });
    return new Ingest(server.url);
  };
  const ask = async (path: string) => (await fetch(server.url + path)).text();
  const frames = async (query: string): Promise<readonly Received[]> =>
    (await ask(`/history/frames?${query}`)).trimEnd().split('\n').map(decodeFrame);
  const status = async () => JSON.parse(await ask('/history')) as Status;
  const until = async (state: string) => {
    while ((await status()).state !== state) await new Promise((turn) => setTimeout(turn, 50));
  };

  (ON_DISK ? it : it.skip)(
    'tells what was before a restart, and goes on where the live feed is',
    async () => {
      const begin = Date.now();
      const path = join(folder, 'made/when/absent/history.sqlite');
      await (await start(path)).publish('vans', [set('A', { speed: 1 })]);
      await server.stop();
      await (await start(path)).publish('vans', [set('A', { speed: 2 }), set('B', { speed: 3 })]);

      // Everything told now has been taken up to the last commit before the question.
      const told = await frames(`topic=vans&from=${begin}`);
      const speeds = told.flatMap((frame) =>
        'rows' in frame ? frame.rows.map(({ key, fields }) => [key, fields.speed]) : [],
      );
      expect(speeds).toEqual([
        ['A', 1],
        ['A', 2],
        ['B', 3],
      ]);
      const { cuts } = await status();
      expect(cuts).toHaveLength(1);
      expect(cuts[0]?.from).toBeGreaterThanOrEqual(begin);
      expect(cuts[0]?.to).toBeGreaterThan(cuts[0]?.from ?? Infinity);
      const end = told.at(-1);
      const live = decodeFrame((await ask('/feed/polling?topic=vans')).trimEnd());
      expect(end?.type === 'heartbeat' && end.cursors.vans).toEqual('cursor' in live && live.cursor);
    },
  );

  it('is off where the disk cannot be had, says so once, and live goes on', async () => {
    await (await start('/dev/null/history.sqlite')).publish('vans', [set('A', { speed: 1 })]);
    await until('off');
    expect((await status()).reason).not.toBe('');
    expect(await ask('/feed/polling?topic=vans')).toContain('["A",{"speed":1},1');
    expect(JSON.parse(await ask(`/history/frames?topic=vans&from=0`))).toMatchObject({ code: 'history_off' });
    expect(server.output.match(/History is off/g)).toHaveLength(1);
  });
});
