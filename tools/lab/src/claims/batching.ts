import type { Plot } from '@tickway/report';
import type { TransportName } from '@tickway/protocol';
import type { OutsideSource } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 100;
const MEASURE_MS = 8_000;
/** So that the source does not wait for the server's answer to the update before. */
const SOCKETS = 8;
const RATES = [50, 200, 500] as const;
const WINDOW_MS = 10;
const WARM_MS = 1_000;
const IDLE_MS = 2_000;
/** Share of the asked rate below which a row does not count. */
const KEPT_UP = 0.9;
const NAMES = ['websocket', 'long-polling'] as const satisfies readonly TransportName[];

/** One transport at one rate. */
interface Row {
  readonly perSecond: number;
  readonly source: 'one by one' | 'batched';
  readonly name: TransportName;
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
    `are on their way, needs fewer writes. A window of ${WINDOW_MS} ms must restore WebSocket’s lead.`,
  method:
    `${VIEWERS} viewers on loopback, single updates at even distances, each combination on a server of its own. “batched”: the same updates handed to the hub every ${WINDOW_MS} ms, so the window is at ` +
    'the source and not in each socket. CPU is the server’s, all threads, beyond what it needs idle and what each update costs it with no viewer (the ingest).',
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

async function measure(bench: Bench, { perSecond, source: form, name }: Combination): Promise<Row> {
  const count = form === 'batched' ? Math.max(1, Math.round((perSecond * WINDOW_MS) / 1_000)) : 1;
  await bench.wait(WARM_MS);
  const idle = await spend(bench, undefined, () => bench.wait(IDLE_MS));
  const { source } = bench.speak({ perSecond: perSecond / count, count, rhythm: 'even', sockets: SOCKETS });
  await bench.wait(WARM_MS);
  const alone = await spend(bench, source, () => bench.wait(2 * IDLE_MS));
  const group = bench.group({ way: wayOf(name, { intervalMs: 1_000 }), size: VIEWERS });
  await bench.enter(group, 1_000);
  await bench.wait(WARM_MS);
  const used = await spend(bench, source, () => bench.measure(`${perSecond}/s ${form}, ${name}`, MEASURE_MS));
  const idleShare = idle.cpuMs / idle.ms;
  const publishing = (alone.cpuMs - idleShare * alone.ms) / alone.accepted;
  const own = used.cpuMs - idleShare * used.ms - publishing * used.accepted;
  const { delivered, frames, latency } = group.tally;
  return {
    perSecond,
    source: form,
    name,
    sourceShare: used.accepted / ((perSecond * used.ms) / 1_000),
    deliveredPerSecond: (delivered / used.ms) * 1_000,
    serverCpuUsPerUpdate: (own * 1_000) / delivered,
    serverBusy: used.cpuMs / used.ms,
    p50: latency.spread()?.p50 ?? NaN,
    p95: latency.spread()?.p95 ?? NaN,
    updatesPerFrame: delivered / frames,
  };
}

/** What the server spent while `passing` went on, and what it took from the source. */
async function spend(bench: Bench, source: OutsideSource | undefined, passing: () => Promise<unknown>) {
  const accepted = () => source?.accepted ?? 0;
  const { target } = bench.server;
  const [before, taken] = [await target.stats(), accepted()];
  await passing();
  const [after, takenThen] = [await target.stats(), accepted()];
  return { cpuMs: after.cpuMs - before.cpuMs, ms: after.now - before.now, accepted: takenThen - taken };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [throughput(rows)],
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
          row.name,
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

/** Decided at the fastest rate at which the source kept up in every row. */
function throughput(rows: readonly Row[]): ClaimVerdict {
  const claim = 'd-9: long polling out-throughputs unbatched WebSocket';
  const at = (perSecond: number) => rows.filter((row) => row.perSecond === perSecond);
  const rate = RATES.findLast((one) => at(one).every(({ sourceShare }) => sourceShare >= KEPT_UP));
  if (rate === undefined)
    return {
      claim,
      verdict: 'not settled',
      because: 'the machine was too busy: the source kept up at no rate',
      becauseKo: '컴퓨터가 너무 바빠 원천이 어떤 빈도에서도 따라가지 못함',
    };
  const cpu = (name: TransportName, source: Row['source']) =>
    at(rate).find((row) => row.name === name && row.source === source)?.serverCpuUsPerUpdate ?? NaN;
  const [socket, poll] = [cpu('websocket', 'one by one'), cpu('long-polling', 'one by one')];
  return {
    claim,
    verdict: poll < socket ? 'true' : 'false',
    because: `on loopback at ${rate} updates a second to ${VIEWERS} viewers, one by one, an update costs the server ${fixed(socket, 2)} µs by WebSocket and ${fixed(poll, 2)} µs by long polling; batched every ${WINDOW_MS} ms ${fixed(cpu('websocket', 'batched'), 2)} and ${fixed(cpu('long-polling', 'batched'), 2)} µs`,
    becauseKo: `루프백에서 초당 갱신 ${rate}건을 접속자 ${VIEWERS}명에게 하나씩 보낼 때 갱신당 서버 CPU가 WebSocket ${fixed(socket, 2)} µs, 롱 폴링 ${fixed(poll, 2)} µs. ${WINDOW_MS} ms마다 모아 보내면 ${fixed(cpu('websocket', 'batched'), 2)} µs와 ${fixed(cpu('long-polling', 'batched'), 2)} µs`,
  };
}

const plotOf = (rows: readonly Row[]): Plot => ({
  name: 'batching',
  title: `Server CPU an update, ${VIEWERS} viewers`,
  x: 'updates/s',
  y: 'µs',
  series: (['one by one', 'batched'] as const).flatMap((source) =>
    NAMES.map((name) => ({
      label: `${name}, ${source}`,
      kind: 'dots',
      points: rows
        .filter((row) => row.name === name && row.source === source && row.sourceShare >= KEPT_UP)
        .map((row) => [row.perSecond, row.serverCpuUsPerUpdate] as const),
    })),
  ),
});
