import type { Plot } from '@tickway/report';
import { transportNames, type TransportName } from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import { partOf, type ClaimVerdict, type Experiment, type ExperimentRim, type Finding } from './experiment';
import { kernelGrowth, kernelMemory } from './kernel-memory';
import { deviation, fixed } from './ratio';

const VIEWERS = 1_000;
const INTERVAL_MS = 5_000;
const SETTLE_MS = 6_000;

/** One transport. */
interface Row {
  readonly name: TransportName;
  readonly bytesPerViewer: number;
  /** For each viewer, of both ends on this machine; `null` where the system does not tell. */
  readonly kernel: Awaited<ReturnType<typeof kernelGrowth>>;
  readonly open: number;
}

/** E-MEM: what an idle viewer costs in memory. */
export const memory: Experiment = {
  name: 'memory',
  title: `E-MEM: ${VIEWERS} idle viewers`,
  claims: ['22', 'd-7'],
  prediction:
    'A held connection costs tens of kB (Centrifugo reports 27 kB a WebSocket, 10.9 kB tuned); a poller between two polls costs its kept TCP connection.',
  method:
    `${VIEWERS} viewers of one transport on a fresh server, nothing published after their snapshot; growth of the server’s resident memory after ${SETTLE_MS / 1_000} s, garbage included, divided by the viewers. Kernel: growth of its slabs ` +
    '(/proc/meminfo) and of TCP’s buffer pages (/proc/net/sockstat), of the whole machine, both ends being on it. One run each: read it as an order of magnitude.',
  run: async (rim) => {
    const rows: Row[] = [];
    for (const [index, name] of transportNames.entries()) {
      const part = partOf(rim, { index, count: transportNames.length });
      rows.push(await Bench.with(part, {}, (bench) => measure(bench, name)));
    }
    return finding(rows, rim);
  },
};

async function measure(bench: Bench, name: TransportName): Promise<Row> {
  const { target } = bench.server;
  // Warm: what the first of each kind costs is not what each costs.
  const first = bench.group({ way: wayOf(name, { intervalMs: INTERVAL_MS }), size: 50 });
  await bench.enter(first, 500);
  await bench.wait(2_000);
  const [before, kernelBefore] = [await target.stats(), await kernelMemory()];
  const group = bench.group({ way: wayOf(name, { intervalMs: INTERVAL_MS }), size: VIEWERS });
  bench.rim.progress(name, 0.3);
  await bench.enter(group, 4_000);
  bench.rim.progress(name, 0.6);
  await bench.wait(SETTLE_MS);
  const after = await target.stats();
  return {
    name,
    bytesPerViewer: (after.rssBytes - before.rssBytes) / VIEWERS,
    kernel: await kernelGrowth(kernelBefore, VIEWERS),
    open: after.transports.get(name)?.open ?? 0,
  };
}

/** What a connection may cost without anyone calling it a price, bytes. */
const A_LITTLE = 1_000;
/** Of d-7, bytes. */
const CLAIMED = 27_000;

const memoryPlot = (rows: readonly Row[]): Plot => ({
  ...{ name: 'memory', title: 'Server memory of an idle viewer', x: '', y: 'kB' },
  names: rows.map(({ name }) => name),
  series: [
    {
      ...{ label: 'claimed of WebSocket (d-7)', kind: 'line' },
      points: rows.map((_, i) => [i, CLAIMED / 1_000] as const),
    },
    {
      ...{ label: 'measured', kind: 'dots' },
      points: rows.map(({ bytesPerViewer }, i) => [i, bytesPerViewer / 1_000] as const),
    },
  ],
});

/** One run each on another runtime: within a quarter of it is the same, beyond three times it is another figure. */
function claimedVerdict(bytes: number): ClaimVerdict['verdict'] {
  if (Math.abs(deviation(bytes, CLAIMED)) <= 0.25) return 'true';
  return bytes > CLAIMED / 3 && bytes < CLAIMED * 3 ? 'partly' : 'false';
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  const socket = rows.find(({ name }) => name === 'websocket')?.bytesPerViewer ?? NaN;
  const poll = rows.find(({ name }) => name === 'polling')?.bytesPerViewer ?? NaN;
  return {
    verdicts: [
      {
        claim: '22: WebSocket keeps one line, at the price of memory for each',
        verdict: socket > A_LITTLE ? 'true' : 'false',
        because: `an idle WebSocket viewer costs the server ${fixed(socket / 1_000)} kB, a poller with a kept connection ${fixed(poll / 1_000)} kB`,
        becauseKo: `놀고 있는 WebSocket 접속자 하나가 서버 메모리 ${fixed(socket / 1_000)} kB, 연결을 유지하는 폴링은 ${fixed(poll / 1_000)} kB`,
      },
      {
        claim: 'd-7: an idle WebSocket costs the process 27 kB by default',
        verdict: claimedVerdict(socket),
        because: `${fixed(socket / 1_000)} kB of resident memory here, garbage included, on another runtime`,
        becauseKo: `여기서는 상주 메모리 ${fixed(socket / 1_000)} kB(회수 전 메모리 포함). 실행 환경은 다름`,
      },
    ],
    tables: [
      {
        title: 'Memory of an idle viewer',
        head: [
          'transport',
          'server kB/viewer',
          'kernel slab kB, both ends',
          'kernel buffers kB, both ends',
          'held by the server',
        ],
        rows: rows.map((row) => [
          row.name,
          fixed(row.bytesPerViewer / 1_000),
          ...[row.kernel?.slabBytes, row.kernel?.bufferBytes].map((bytes) => fixed(bytes && bytes / 1_000)),
          String(row.open),
        ]),
      },
    ],
    plots: [memoryPlot(rows)],
    raw: { scale, rows },
  };
}
