import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EncodedFrame } from '@tickway/hub';
import { parseKey } from '@tickway/protocol';
import type { HistoryStore } from '../src/history-store';
import { memoryHistory } from '../src/memory/memory-history';
import { rowsOf } from '../src/recorded';
import { defaultRetention } from '../src/retention';
import { Archive } from '../src/sqlite/archive';
import { sqliteHistory } from '../src/sqlite/sqlite-history';
import { positions, quotes, Traffic, trades } from './traffic';

const MOST_UNSAFE = 20_000;

interface MeasureOptions {
  readonly worker: string;
  readonly minutes: number;
}

/** Measures both stores on the same traffic and prints a table. */
export async function measure({ worker, minutes }: MeasureOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tickway-history-bench-'));
  const path = join(folder, 'history.db');
  say(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.version}, ${minutes} min of traffic`);
  try {
    const traffic = await Recorded.of(minutes);
    const sqlite = sqliteHistory({
      path,
      clock: traffic,
      trades,
      quotes,
      startWorker: () => new Worker(worker),
    });
    await measureStore('sqlite', sqlite, traffic);
    await sqlite.close();
    measureDisk(path, minutes);
    await measureStore(
      'memory',
      memoryHistory({ clock: traffic, trades, quotes, mostRows: Infinity }),
      traffic,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Traffic that was, up to now: what retention forgets depends on the time. */
class Recorded {
  private constructor(
    readonly begun: number,
    readonly ended: number,
    readonly takes: readonly (readonly EncodedFrame[])[],
  ) {}

  static async of(minutes: number): Promise<Recorded> {
    const begun = Date.now() - minutes * 60_000;
    return new Recorded(begun, begun + minutes * 60_000, await all(new Traffic(begun).frames(minutes)));
  }

  now = (): number => this.begun;
}

async function measureStore(
  name: string,
  store: HistoryStore,
  { begun, ended, takes }: Recorded,
): Promise<void> {
  const rows = takes.flat().reduce((sum, { frame }) => sum + ('topic' in frame ? rowsOf(frame) : 0), 0);
  const [before, beforeAll] = [process.threadCpuUsage(), process.cpuUsage()];
  const start = performance.now();
  await appendAll(store, takes);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.threadCpuUsage(before);
  const whole = process.cpuUsage(beforeAll);
  say(`${name}: ${((whole.user + whole.system) / rows).toFixed(2)} ms of CPU per 1,000 rows in all threads`);
  say(`${name}: ${rows} rows in ${seconds.toFixed(2)} s = ${Math.round(rows / seconds)} rows/s`);
  say(`${name}: main thread ${((user + system) / rows).toFixed(3)} ms of CPU per 1,000 rows`);
  say(`${name}: ${(store.status.bytes / rows).toFixed(1)} bytes a row as it came`);
  await queries(name, store, { begun, now: ended });
}

async function appendAll(store: HistoryStore, takes: readonly (readonly EncodedFrame[])[]): Promise<void> {
  let unsafe: { readonly rows: number; readonly safe: Promise<void> }[] = [];
  let rows = 0;
  for (const frames of takes) {
    const own = frames.reduce((sum, { frame }) => sum + ('topic' in frame ? rowsOf(frame) : 0), 0);
    unsafe.push({ rows: own, safe: store.append(frames) });
    rows += own;
    if (rows < MOST_UNSAFE) continue;
    await Promise.all(unsafe.map(({ safe }) => safe));
    [unsafe, rows] = [[], 0];
  }
  await Promise.all(unsafe.map(({ safe }) => safe));
}

async function queries(
  name: string,
  store: HistoryStore,
  { begun, now }: { begun: number; now: number },
): Promise<void> {
  const middle = (begun + now) / 2;
  const all = [positions, quotes, trades].map((topic) => ({ topic }));
  await timed(`${name}: state of all topics at a time`, () =>
    store.read({ topics: all, begin: { at: middle }, to: middle, most: 5_000 }),
  );
  await timed(`${name}: next page of 5,000 rows`, () =>
    store.read({ topics: all, begin: { after: middle }, to: now, most: 5_000 }),
  );
  const keys = [parseKey('MTA-12345')];
  await timed(`${name}: one vehicle, last 5 min`, () =>
    store.read({
      topics: [{ topic: positions, keys }],
      begin: { after: now - 300_000 },
      to: now,
      most: 20_000,
    }),
  );
  for (const interval of ['1s', '1m'] as const)
    await timed(`${name}: bars of ${interval}, one symbol, all`, () =>
      store.bars({ key: parseKey('SYM7'), interval, from: 0, to: Infinity, most: 5_000 }),
    );
}

/** What packing and thinning make of the file, and how long they take. */
function measureDisk(path: string, minutes: number): void {
  const archive = new Archive({ path, trades, quotes, retention: defaultRetention });
  const size = (what: string) => say(`sqlite: ${(archive.extent.bytes / 1e6).toFixed(1)} MB ${what}`);
  size('as it came');
  const now = archive.extent.newest ?? 0;
  const tidy = (what: string, at: number) => {
    let longest = 0;
    for (let step = 0; step < minutes * 4; step++) {
      const before = process.threadCpuUsage();
      archive.tidy(at);
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1_000);
    }
    size(`${what} (the longest step took ${longest.toFixed(0)} ms of CPU)`);
  };
  tidy('packed', now);
  tidy('with positions thinned to 30 s', now + 3 * 3_600_000);
  archive.close();
  say(`sqlite: file of ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}

/** On a busy machine the CPU time of all threads says more than the clock. */
async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const median = times.sort((a, b) => a - b)[3] ?? NaN;
  say(`${what}: median ${median.toFixed(1)} ms, ${((user + system) / 7_000).toFixed(1)} ms of CPU`);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
