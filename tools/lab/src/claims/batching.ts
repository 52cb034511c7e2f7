import type { TransportName } from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
import type { Plot } from './plot';
import { fixed } from './ratio';

const VIEWERS = 100;
const MEASURE_MS = 12_000;
const RATES = [50, 200, 500] as const;
const WINDOW_MS = 10;
const NAMES = ['websocket', 'long-polling'] as const satisfies readonly TransportName[];

/** One transport at one rate. */
interface Row {
  readonly perSecond: number;
  readonly source: 'one by one' | 'batched';
  readonly name: TransportName;
  readonly deliveredPerSecond: number;
  readonly serverCpuUsPerUpdate: number;
  readonly serverBusy: number;
  readonly p50: number;
  readonly p95: number;
  readonly updatesPerFrame: number;
}

/** d-9: whether long polling out-throughputs a WebSocket that writes each update by itself. */
export const batching: Experiment = {
  name: 'batching',
  title: 'd-9: unbatched WebSocket against long polling',
  claims: ['d-9', '6', '7'],
  prediction:
    'A write costs the server about the same whatever is in it, so an update a frame costs a write an update, and long polling, which collects while its answer and the next question ' +
    `are on their way, needs fewer writes. A window of ${WINDOW_MS} ms must restore WebSocket’s lead.`,
  method:
    `${VIEWERS} viewers on loopback, single updates at even distances, each combination on a server of its own. “batched”: the same updates handed to the hub every ${WINDOW_MS} ms, so the window is at ` +
    'the source and not in each socket. CPU is the server’s own beyond what it needs without viewers (ingest included), all threads.',
  run: async (rim) => {
    const rows: Row[] = [];
    for (const perSecond of RATES)
      for (const source of ['one by one', 'batched'] as const)
        for (const name of NAMES)
          rows.push(await Bench.with(rim, {}, (bench) => measure(bench, { perSecond, source, name })));
    return finding(rows, rim);
  },
};

type Combination = Pick<Row, 'perSecond' | 'source' | 'name'>;

async function measure(bench: Bench, { perSecond, source, name }: Combination): Promise<Row> {
  const count = source === 'batched' ? Math.max(1, Math.round((perSecond * WINDOW_MS) / 1_000)) : 1;
  bench.speak({ perSecond: perSecond / count, count, rhythm: 'even' });
  const { target } = bench.server;
  await bench.wait(1_000);
  const alone = await target.stats();
  await bench.wait(4_000);
  const idle = await target.stats();
  const group = bench.group({ way: wayOf(name, { intervalMs: 1_000 }), size: VIEWERS });
  await bench.enter(group, 1_000);
  await bench.wait(500);
  const before = await target.stats();
  const seconds = await bench.measure(`${perSecond}/s ${source}, ${name}`, MEASURE_MS);
  const after = await target.stats();
  const own = (idle.cpuMs - alone.cpuMs) / (idle.now - alone.now);
  const cpuMs = after.cpuMs - before.cpuMs - own * (after.now - before.now);
  const { delivered, frames, latency } = group.tally;
  const spread = latency.spread();
  return {
    perSecond,
    source,
    name,
    deliveredPerSecond: delivered / seconds,
    serverCpuUsPerUpdate: (cpuMs * 1_000) / delivered,
    serverBusy: (after.cpuMs - before.cpuMs) / (after.now - before.now),
    p50: spread?.p50 ?? NaN,
    p95: spread?.p95 ?? NaN,
    updatesPerFrame: delivered / frames,
  };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  const fastest = RATES.at(-1) ?? 0;
  const cpu = (name: TransportName, source: Row['source']) =>
    rows.find((row) => row.perSecond === fastest && row.name === name && row.source === source)
      ?.serverCpuUsPerUpdate ?? NaN;
  const [socket, poll] = [cpu('websocket', 'one by one'), cpu('long-polling', 'one by one')];
  return {
    verdicts: [
      {
        claim: 'd-9: long polling out-throughputs unbatched WebSocket',
        verdict: poll < socket ? 'true' : 'false',
        because: `at ${fastest} updates a second to ${VIEWERS} viewers, one by one, an update costs the server ${fixed(socket, 2)} µs by WebSocket and ${fixed(poll, 2)} µs by long polling; batched every ${WINDOW_MS} ms ${fixed(cpu('websocket', 'batched'), 2)} and ${fixed(cpu('long-polling', 'batched'), 2)} µs`,
      },
    ],
    tables: [
      {
        title: 'Server CPU beyond that without viewers, and latency',
        head: [
          'updates/s',
          'source',
          'transport',
          'delivered/s',
          'CPU µs/update',
          'server busy',
          'p50 ms',
          'p95 ms',
          'updates a frame',
        ],
        rows: rows.map((row) => [
          String(row.perSecond),
          row.source,
          row.name,
          fixed(row.deliveredPerSecond, 0),
          fixed(row.serverCpuUsPerUpdate, 2),
          `${fixed(row.serverBusy * 100, 0)} %`,
          fixed(row.p50, 0),
          fixed(row.p95, 0),
          fixed(row.updatesPerFrame),
        ]),
      },
    ],
    plots: [plotOf(rows)],
    raw: { scale, rows },
  };
}

const plotOf = (rows: readonly Row[]): Plot => ({
  name: 'batching',
  title: `Server CPU an update, ${VIEWERS} viewers`,
  x: 'updates/s',
  y: 'µs',
  scale: 'logarithmic',
  series: (['one by one', 'batched'] as const).flatMap((source) =>
    NAMES.map((name) => ({
      label: `${name}, ${source}`,
      kind: 'dots',
      points: rows
        .filter((row) => row.name === name && row.source === source)
        .map((row) => [row.perSecond, Math.max(0.01, row.serverCpuUsPerUpdate)] as const),
    })),
  ),
});
