import type { Plot } from '@tickway/report';
import type { TransportName } from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';
import { spend } from './spend';

const VIEWERS = 100;
const MEASURE_MS = 8_000;
/** So that the source does not wait for the server's answer to the update before. */
const SOCKETS = 8;
const RATES = [50, 200, 500] as const;
const WINDOW_MS = 10;
const LONG_WINDOW_MS = 50;
const WARM_MS = 1_000;
const IDLE_MS = 2_000;
/** Share of the asked rate below which a row does not count. */
const KEPT_UP = 0.9;
const NAMES = ['websocket', 'long-polling'] as const satisfies readonly TransportName[];

/** How the updates come, who carries them, and how long each socket waits for more. */
const LINES = [
  ...NAMES.map((name) => ({ source: 'one by one', name, windowMs: 0 }) as const),
  ...[WINDOW_MS, LONG_WINDOW_MS].map(
    (windowMs) => ({ source: 'one by one', name: 'websocket', windowMs }) as const,
  ),
  ...NAMES.map((name) => ({ source: 'batched', name, windowMs: 0 }) as const),
];

/** One transport at one rate. */
interface Row {
  readonly perSecond: number;
  readonly source: 'one by one' | 'batched';
  readonly name: TransportName;
  /** The coalescing window of each socket, ms. */
  readonly windowMs: number;
  /** Share of the asked rate that the source really reached: below, the machine was too busy for the row to count. */
  readonly sourceShare: number;
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
    `are on their way, needs fewer writes. A window of ${WINDOW_MS} ms on each socket must restore WebSocket’s lead, and add half to all of itself to the latency.`,
  method:
    `${VIEWERS} viewers on loopback, single updates at even distances, each combination on a server of its own. “window”: each socket’s take waits so long for more (windowMs). “batched”: the same updates handed to the hub every ${WINDOW_MS} ms, so the window is at ` +
    'the source, for all. CPU is the server’s, all threads, beyond what it needs idle and what each update costs it with no viewer (the ingest).',
  run: async (rim) => {
    const rows: Row[] = [];
    for (const perSecond of RATES)
      for (const line of LINES)
        rows.push(await Bench.with(rim, {}, (bench) => measure(bench, { perSecond, ...line })));
    return finding(rows, rim);
  },
};

type Combination = Pick<Row, 'perSecond' | 'source' | 'name' | 'windowMs'>;

async function measure(bench: Bench, combination: Combination): Promise<Row> {
  const { perSecond, source: form, name, windowMs } = combination;
  const count = form === 'batched' ? Math.max(1, Math.round((perSecond * WINDOW_MS) / 1_000)) : 1;
  await bench.wait(WARM_MS);
  const idle = await spend(bench, () => bench.wait(IDLE_MS));
  const { source } = bench.speak({ perSecond: perSecond / count, count, rhythm: 'even', sockets: SOCKETS });
  await bench.wait(WARM_MS);
  const alone = await spend(bench, () => bench.wait(2 * IDLE_MS), source);
  const way = wayOf(name, { intervalMs: 1_000, ...(windowMs > 0 && { windowMs }) });
  const group = bench.group({ way, size: VIEWERS });
  await bench.enter(group, 1_000);
  await bench.wait(WARM_MS);
  const what = `${perSecond}/s ${form}, ${labelOf(combination)}`;
  const used = await spend(bench, () => bench.measure(what, MEASURE_MS), source);
  const idleShare = idle.cpuMs / idle.ms;
  const publishing = (alone.cpuMs - idleShare * alone.ms) / alone.accepted;
  const own = used.cpuMs - idleShare * used.ms - publishing * used.accepted;
  const { delivered, frames, latency } = group.tally;
  return {
    ...combination,
    sourceShare: used.accepted / ((perSecond * used.ms) / 1_000),
    deliveredPerSecond: (delivered / used.ms) * 1_000,
    serverCpuUsPerUpdate: (own * 1_000) / delivered,
    serverBusy: used.cpuMs / used.ms,
    p50: latency.spread()?.p50 ?? NaN,
    p95: latency.spread()?.p95 ?? NaN,
    updatesPerFrame: delivered / frames,
  };
}

const labelOf = ({ name, windowMs }: Pick<Row, 'name' | 'windowMs'>) =>
  windowMs === 0 ? name : `${name}, window ${windowMs} ms`;

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [throughput(rows), lead(rows)],
    tables: [
      {
        title: 'Server CPU beyond that without viewers, and latency',
        head: [
          'updates/s',
          'source',
          'transport',
          'source kept up',
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
          labelOf(row),
          `${fixed(row.sourceShare * 100, 0)} %`,
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

/** The fastest rate at which the source kept up in every row: there it is decided. */
const decidingRate = (rows: readonly Row[]): number | undefined =>
  RATES.findLast((one) =>
    rows.every(({ perSecond, sourceShare }) => perSecond !== one || sourceShare >= KEPT_UP),
  );

const tooBusy = {
  verdict: 'not settled',
  because: 'the machine was too busy: the source kept up at no rate',
  becauseKo: '컴퓨터가 너무 바빠 원천이 어떤 빈도에서도 따라가지 못함',
} as const;

function rowOf(rows: readonly Row[], wanted: Combination): Row {
  const row = rows.find((one) => one.perSecond === wanted.perSecond && isOn(one, wanted));
  if (row) return row;
  throw new Error(`no row ${labelOf(wanted)}`);
}

function throughput(rows: readonly Row[]): ClaimVerdict {
  const claim = 'd-9: long polling out-throughputs unbatched WebSocket';
  const rate = decidingRate(rows);
  if (rate === undefined) return { claim, ...tooBusy };
  const cpu = (name: TransportName, source: Row['source']) =>
    rowOf(rows, { perSecond: rate, source, name, windowMs: 0 }).serverCpuUsPerUpdate;
  const [socket, poll] = [cpu('websocket', 'one by one'), cpu('long-polling', 'one by one')];
  return {
    claim,
    verdict: poll < socket ? 'true' : 'false',
    because: `on loopback at ${rate} updates a second to ${VIEWERS} viewers, one by one, an update costs the server ${fixed(socket, 2)} µs by WebSocket and ${fixed(poll, 2)} µs by long polling; batched every ${WINDOW_MS} ms ${fixed(cpu('websocket', 'batched'), 2)} and ${fixed(cpu('long-polling', 'batched'), 2)} µs`,
    becauseKo: `루프백에서 초당 갱신 ${rate}건을 접속자 ${VIEWERS}명에게 하나씩 보낼 때 갱신당 서버 CPU가 WebSocket ${fixed(socket, 2)} µs, 롱 폴링 ${fixed(poll, 2)} µs. ${WINDOW_MS} ms마다 모아 보내면 ${fixed(cpu('websocket', 'batched'), 2)} µs와 ${fixed(cpu('long-polling', 'batched'), 2)} µs`,
  };
}

/** Whether a window on each socket makes WebSocket the cheapest again, and what it costs in latency. */
function lead(rows: readonly Row[]): ClaimVerdict {
  const claim = `d-9: a coalescing window of ${WINDOW_MS} ms restores WebSocket’s lead`;
  const perSecond = decidingRate(rows);
  if (perSecond === undefined) return { claim, ...tooBusy };
  const of = (name: TransportName, windowMs: number) =>
    rowOf(rows, { perSecond, source: 'one by one', name, windowMs });
  const [plain, short, long, poll] = [
    of('websocket', 0),
    of('websocket', WINDOW_MS),
    of('websocket', LONG_WINDOW_MS),
    of('long-polling', 0),
  ];
  const told = (row: Row) => `${fixed(row.serverCpuUsPerUpdate, 2)} µs, ${fixed(row.p50, 0)} ms`;
  return {
    claim,
    verdict: leadVerdict(plain, short, poll),
    because: `at ${perSecond} updates a second, one by one, an update costs the server and takes (p50): ${told(plain)} by WebSocket without a window, ${told(short)} with ${WINDOW_MS} ms, ${told(long)} with ${LONG_WINDOW_MS} ms; ${told(poll)} by long polling`,
    becauseKo: `초당 갱신 ${perSecond}건을 하나씩 보낼 때 갱신당 서버 CPU와 지연(p50): WebSocket 그대로 ${told(plain)}, ${WINDOW_MS} ms 모으면 ${told(short)}, ${LONG_WINDOW_MS} ms 모으면 ${told(long)}, 롱 폴링 ${told(poll)}`,
  };
}

/** There is nothing to restore where WebSocket never lost its lead. */
function leadVerdict(plain: Row, short: Row, poll: Row): ClaimVerdict['verdict'] {
  if (short.serverCpuUsPerUpdate >= poll.serverCpuUsPerUpdate) return 'false';
  return plain.serverCpuUsPerUpdate > poll.serverCpuUsPerUpdate ? 'true' : 'partly';
}

const plotOf = (rows: readonly Row[]): Plot => ({
  name: 'batching',
  title: `Server CPU an update, ${VIEWERS} viewers`,
  x: 'updates/s',
  y: 'µs',
  series: LINES.map((line) => ({
    label: `${labelOf(line)}, ${line.source}`,
    kind: 'dots',
    points: rows
      .filter((row) => isOn(row, line) && row.sourceShare >= KEPT_UP)
      .map((row) => [row.perSecond, row.serverCpuUsPerUpdate] as const),
  })),
});

const isOn = (row: Row, { source, name, windowMs }: Omit<Combination, 'perSecond'>) =>
  row.source === source && row.name === name && row.windowMs === windowMs;
