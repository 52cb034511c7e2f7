import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { parseKey } from '@tickway/protocol';
import type { HistoryStatus } from '../history-status';
import type { HistoryStore } from '../history-store';
import { describeHistoryStore } from '../testing/history-store-suite';
import { historyWorkerFile, startHistoryWorker } from '../testing/history-worker';
import { keepEverything } from '../testing/keep-everything';
import { readAll, Viewer } from '../testing/viewer';
import { change, HandClock, positions, quotes, topics, trades, World } from '../testing/world';
import { sqliteHistory, type SqliteHistoryOptions } from './sqlite-history';

// Threads, processes and disks take their time on a busy machine.
jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'tickway-history-'));
let files = 0;
const newFile = () => join(folder, `${++files}.db`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeHistoryStore(
  'sqliteHistory',
  (clock) =>
    Promise.resolve(
      sqliteHistory({
        path: newFile(),
        clock,
        trades,
        quotes,
        retention: keepEverything,
        startWorker: startHistoryWorker,
      }),
    ),
  4,
);

describe('sqliteHistory', () => {
  const stores: HistoryStore[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  function opened(options: Partial<SqliteHistoryOptions> = {}) {
    const clock = new HandClock();
    const turns: HistoryStatus[] = [];
    const workers: Worker[] = [];
    const path = options.path ?? newFile();
    const store = sqliteHistory({
      path,
      clock,
      trades,
      quotes,
      retryMs: 50,
      retention: keepEverything,
      onTurn: (status) => turns.push(status),
      startWorker: () => {
        const worker = startHistoryWorker();
        workers.push(worker);
        return worker;
      },
      ...options,
    });
    stores.push(store);
    const world = new World(store, clock, files);
    const seen = async (at: number) => {
      const viewer = new Viewer();
      const stretch = {
        topics: topics.map((topic) => ({ topic })),
        begin: { at: 0 },
        to: at,
        most: 1_000,
      };
      for (const frame of await readAll(store, stretch)) viewer.apply(frame);
      return viewer;
    };
    return { store, world, turns, workers, path, seen };
  }

  const drive = async (world: World, ticks: number) => {
    for (let tick = 0; tick < ticks; tick++) {
      world.clock.move(500);
      await world.publish(positions, [change('V1', { lat: tick }, world.clock.now())]);
      await world.trade('S1', tick + 1, 1);
    }
  };

  const until = async (holds: () => boolean) => {
    // A real thread and a real disk: there is no virtual time to move.
    for (let waited = 0; !holds() && waited < 15_000; waited += 10) await sleep(10);
    expect(holds()).toBe(true);
  };

  const volume = async (store: HistoryStore) => {
    const { bars } = await store.bars({
      key: parseKey('S1'),
      interval: '1m',
      from: 0,
      to: Infinity,
      most: 5_000,
    });
    return bars.reduce((sum, bar) => sum + bar.volume, 0);
  };

  it('is there again after a stop and a start, and goes on in the new life', async () => {
    const first = opened();
    await drive(first.world, 20);
    await first.store.close();
    files++;
    const second = opened({ path: first.path });
    second.world.clock.move(60_000);
    await drive(second.world, 20);
    expect(await volume(second.store)).toBe(40);
    expect((await second.seen(Infinity)).told.filter(({ topic }) => topic === trades)).toHaveLength(40);
  });

  it('loses nothing and doubles nothing when its worker is killed in the middle, again and again', async () => {
    const { world, store, workers, seen, path } = opened();
    for (let kill = 0; kill < 4; kill++) {
      await drive(world, 300);
      await workers.at(-1)?.terminate();
      await drive(world, 300);
      await until(() => workers.length === kill + 2);
    }
    expect(await volume(store)).toBe(2_400);
    const viewer = await seen(Infinity);
    expect(viewer.told.filter(({ topic }) => topic === trades)).toHaveLength(2_400);
    expect(viewer.state(positions)).toEqual(world.stateAt(positions, world.clock.now()));
    await store.close();
    expect(integrity(path)).toBe('ok');
  });

  it('has lost less than a second when the whole process is killed', async () => {
    const path = newFile();
    const server = spawn(process.execPath, ['-e', sendForEver, historyWorkerFile, path]);
    const sent: { readonly trade: number; readonly at: number }[] = [];
    server.stdout.on('data', (data: Buffer) => {
      for (const [, trade, at] of data.toString().matchAll(/(\d+) (\d+)\n/g))
        sent.push({ trade: Number(trade), at: Number(at) });
    });
    await until(() => (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0) > 1_500);
    server.kill('SIGKILL');
    await once(server, 'exit');

    expect(integrity(path)).toBe('ok');
    const { store, seen } = opened({ path });
    const kept = (await seen(Infinity)).told.length;
    expect(await volume(store)).toBe(kept);
    const owed = sent.filter(({ at }) => at < (sent.at(-1)?.at ?? 0) - 1_000);
    expect(owed.length).toBeGreaterThan(10);
    expect(kept).toBeGreaterThanOrEqual(owed.at(-1)?.trade ?? Infinity);
  });

  it('says why it is off and tries again until the disk is there, and then nothing is missing', async () => {
    // Root may write into any folder; nobody may make a folder of a file.
    const blocked = newFile();
    writeFileSync(blocked, 'a file where a folder should be');
    const { world, store, turns } = opened({ path: join(blocked, 'history.db') });
    await until(() => store.status.state === 'off');
    await drive(world, 50);
    await sleep(200);
    expect(turns).toMatchObject([{ state: 'off', reason: expect.stringMatching(/ENOTDIR|EEXIST/) }]);
    await expect(volume(store)).rejects.toMatchObject({ code: 'history_off', message: /^history is off: E/ });

    rmSync(blocked);
    await until(() => store.status.state === 'on');
    expect(turns.map(({ state }) => state)).toEqual(['off', 'on']);
    expect(await volume(store)).toBe(50);
  });

  it('leaves a file alone that is no history of ours, and begins when it was moved away', async () => {
    const path = newFile();
    writeFileSync(path, 'a letter to a friend, long enough that it could be a database: '.repeat(100));
    const { world, store, turns } = opened({ path });
    await until(() => store.status.state === 'off');
    await drive(world, 10);
    expect(store.status.reason).toBe('file is not a database');
    expect(readFileSync(path, 'utf8')).toMatch(/^a letter/);
    renameSync(path, `${path}.moved`);
    await until(() => store.status.state === 'on');
    expect(turns).toHaveLength(2);
    expect(await volume(store)).toBe(10);
  });

  it('refuses a file that another process is writing, two pasts never mix', async () => {
    const first = opened();
    await drive(first.world, 5);
    expect(await volume(first.store)).toBe(5);
    const other = execFileSync(process.execPath, ['-e', beginSecond, first.path], { encoding: 'utf8' });
    expect(other).toBe('database is locked');
  });

  const disk = join(folder, 'small-disk');
  const mounted = mountSmallDisk(disk);
  afterAll(() => mounted && execFileSync('umount', [disk]));

  (mounted ? it : it.skip)(
    'waits on a full disk (needs root, to mount a small one), then nothing is missing',
    async () => {
      const { world, store, turns, seen } = opened({ path: join(disk, 'history.db') });
      await drive(world, 50);
      expect(await volume(store)).toBe(50);
      const filler = join(disk, 'filler');
      expect(() => writeFileSync(filler, randomBytes(2_000_000))).toThrow(/ENOSPC/);
      for (let more = 0; store.status.state === 'on' && more < 100; more++) {
        await drive(world, 100);
        await sleep(20);
      }
      expect(store.status).toMatchObject({ state: 'off', reason: expect.stringMatching(/full|disk I\/O/) });
      // What was written before can be read all the same.
      expect(await volume(store)).toBeGreaterThanOrEqual(50);
      await sleep(200);
      expect(turns).toHaveLength(1);

      rmSync(filler);
      await until(() => store.status.state === 'on');
      expect(await volume(store)).toBe(world.sold.length);
      const viewer = await seen(Infinity);
      expect(viewer.told.filter(({ topic }) => topic === trades)).toHaveLength(world.sold.length);
      expect(viewer.state(positions)).toEqual(world.stateAt(positions, world.clock.now()));
    },
    20_000,
  );

  (mounted ? it : it.skip)(
    'waits on a disk that is read-only (needs root, to mount one), then goes on',
    async () => {
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const { world, store, turns } = opened({ path: join(disk, 'read-only.db') });
      await until(() => store.status.state === 'off');
      await drive(world, 10);
      expect(store.status.reason).toBe('unable to open database file');
      execFileSync('mount', ['-o', 'remount,rw', disk]);
      await until(() => store.status.state === 'on');
      expect(turns).toHaveLength(2);
      expect(await volume(store)).toBe(10);
    },
  );
});

/** What SQLite itself says of a file. */
const integrity = (path: string) =>
  execFileSync(process.execPath, [
    '-e',
    `const { DatabaseSync } = require('node:sqlite');
     process.stdout.write(new DatabaseSync(process.argv[1]).prepare('PRAGMA integrity_check').get().integrity_check)`,
    path,
  ]).toString();

/** A server that does nothing but append a trade every few milliseconds, and tells when it did. */
const sendForEver = `
  const { Worker } = require('node:worker_threads');
  const [, file, path] = process.argv;
  const worker = new Worker(file);
  const others = { rawMs: Infinity };
  const retention = { topics: {}, others, secondBarsMs: Infinity, mostBytes: 1e9 };
  const timing = { flushMs: 250, flushRows: 2_000, tidyMs: 1_000, retryMs: 1_000 };
  worker.postMessage({ settings: { path, trades: 'trades', quotes: 'quotes', retention, ...timing } });
  let id = 0;
  setInterval(() => {
    const at = Date.now();
    const [from, cursor] = ['kill:' + id, { epoch: 'kill', offset: ++id }];
    const rows = JSON.stringify([['S1', { price: 1, size: 1, side: 'buy', id }, id]]);
    const json = '{"type":"delta","topic":"trades","from":"' + from + '","cursor":"kill:' + id + '","removals":[],"committedAt":' + at + ',"rows":' + rows;
    worker.postMessage({ type: 'append', id, records: [{ topic: 'trades', at, rows: 1, cursor, json }] });
    process.stdout.write(id + ' ' + at + '\\n');
  }, 5);
`;

const beginSecond = `
  const { DatabaseSync } = require('node:sqlite');
  try { new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE'); } catch (error) { process.stdout.write(error.message); }
`;

/** A disk of one megabyte. Whether there is one. */
function mountSmallDisk(at: string): boolean {
  try {
    mkdirSync(at);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    // Not root, or no tmpfs here: the test is named as skipped.
    return false;
  }
}
