import { connect } from '@tickway/client';
import type { Address } from '@tickway/gateway';
import { decodeFrame, parseTopic, type Received } from '@tickway/protocol';
import { LAB_TOPIC } from '../source/outside-source';
import { Bench } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const FOLLOWERS = 10;
const FRAMES_PER_SECOND = 50;
const ROWS_PER_FRAME = 10;
const DELIVERIES_PER_SECOND = FOLLOWERS * FRAMES_PER_SECOND * ROWS_PER_FRAME;
const PHASE_MS = 10_000;
const WARM_MS = 2_000;
const ROUNDS = 3;
const READ_MS = 500;
const MOST_SHARE = 0.05;
const topic = parseTopic(LAB_TOPIC);

/**
 * `bare`: a socket that reads frames and hands them on. `measured`: the SDK, which also joins, audits and meters them.
 * `read`: the same, its meters and the server's figures read twice a second, as the page does.
 */
const kinds = ['bare', 'measured', 'read'] as const;
type Kind = (typeof kinds)[number];

/** One phase of one kind. */
interface Phase {
  readonly kind: Kind;
  readonly seconds: number;
  readonly delivered: number;
  /** CPU time of the lab's process, source and all, ms. */
  readonly ownCpuMs: number;
  /** CPU time of the server, ms. */
  readonly serverCpuMs: number;
}

/** Something that follows the topic until it is closed. */
interface Listener {
  /** Reads its figures, where it has some. */
  read(): void;
  close(): void;
}

/** What measuring itself costs. */
export const instruments: Experiment = {
  name: 'instruments',
  title: 'What measuring costs',
  claims: ['target of issue 4'],
  prediction:
    `A row costs the SDK a look into a map, two additions into histograms and an addition to the audit: about a microsecond, so at ${DELIVERIES_PER_SECOND} deliveries a second half a per cent of a core. The server counts with whole ` +
    'numbers that it has in its hands anyway.',
  method:
    `${FOLLOWERS} WebSockets, ${FRAMES_PER_SECOND} frames of ${ROWS_PER_FRAME} rows a second each: ${DELIVERIES_PER_SECOND} deliveries a second in one process. Bare: sockets that read frames and hand them on. Measured: the SDK on the same, with join, audit and meter, ` +
    `which cannot be had apart, so the difference is more than measuring alone. Read: the meters and the server’s figures read every ${READ_MS} ms too. CPU time of all threads by the kernel; ${ROUNDS} rounds in turn, the median counts.`,
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { stop } = bench.speak({ perSecond: FRAMES_PER_SECOND, rhythm: 'even', count: ROWS_PER_FRAME });
  const phases: Phase[] = [];
  const rounds = Math.ceil(ROUNDS * rim.scale);
  for (let round = 0; round < rounds; round++)
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
      rim.progress(`instruments, ${kind}`, phases.length / (rounds * kinds.length));
      phases.push(await phaseOf(kind, bench));
    }
  stop();
  return finding(phases, rim);
}

async function phaseOf(kind: Kind, bench: Bench): Promise<Phase> {
  const { target } = bench.server;
  let delivered = 0;
  const take = (frame: Received) => (delivered += frame.type === 'delta' ? frame.rows.length : 0);
  const begin = kind === 'bare' ? bare : measured;
  const listeners = Array.from({ length: FOLLOWERS }, () => begin(target.address, take));
  try {
    await bench.wait(WARM_MS);
    const [from, cpu, stats] = [performance.now(), process.cpuUsage(), await target.stats()];
    delivered = 0;
    for (let passed = 0; passed < PHASE_MS; passed = performance.now() - from) {
      await bench.wait(READ_MS);
      if (kind !== 'read') continue;
      for (const listener of listeners) listener.read();
      await target.stats();
    }
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - from) / 1_000;
    const serverCpuMs = (await target.stats()).cpuMs - stats.cpuMs;
    return { kind, seconds, delivered, ownCpuMs: (user + system) / 1_000, serverCpuMs };
  } finally {
    for (const listener of listeners) listener.close();
  }
}

function bare({ host, port }: Address, take: (frame: Received) => void): Listener {
  const socket = new WebSocket(`ws://${host}:${port}/feed/websocket?topic=${topic}`);
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => take(decodeFrame(String(data))));
  return { read: () => undefined, close: () => socket.close() };
}

function measured({ host, port }: Address, take: (frame: Received) => void): Listener {
  const connection = connect({
    url: `http://${host}:${port}`,
    transport: 'websocket',
    subscriptions: [{ topic }],
    every: [topic],
  });
  connection.frames.subscribe(take);
  return { read: () => void connection.meter.snapshot(), close: () => connection.close() };
}

function finding(phases: readonly Phase[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [ownCost(phases), serverCost(phases)],
    tables: [
      {
        title: `At ${DELIVERIES_PER_SECOND} deliveries a second`,
        head: [
          'kind',
          'phases',
          'deliveries a second',
          'CPU of the viewers, % of a core',
          'µs a delivery',
          'CPU of the server, %',
        ],
        rows: kinds.map((kind) => {
          const of = phases.filter((phase) => phase.kind === kind);
          const perSecond = median(of.map(({ delivered, seconds }) => delivered / seconds));
          const share = shareOf(phases, kind, 'ownCpuMs');
          return [
            kind,
            String(of.length),
            fixed(perSecond, 0),
            fixed(share * 100),
            fixed((share / perSecond) * 1e6, 2),
            fixed(shareOf(phases, kind, 'serverCpuMs') * 100),
          ];
        }),
      },
    ],
    plots: [],
    raw: { scale, phases },
  };
}

function ownCost(phases: readonly Phase[]): ClaimVerdict {
  const more = (kind: Kind) => shareOf(phases, kind, 'ownCpuMs') - shareOf(phases, 'bare', 'ownCpuMs');
  return {
    claim: `ours: measuring takes under ${MOST_SHARE * 100} % of a core at ${DELIVERIES_PER_SECOND} deliveries a second`,
    verdict: more('read') < MOST_SHARE ? 'true' : 'false',
    becauseKo: `맨 소켓보다 이음과 감사와 계측을 모두 합쳐 코어의 ${fixed(more('measured') * 100)} % 더, 계기를 초당 두 번 읽으면 ${fixed(more('read') * 100)} % 더`,
    because: `${fixed(more('measured') * 100)} % of a core more than bare sockets for join, audit and meter together, ${fixed(more('read') * 100)} % with the meters read twice a second`,
  };
}

function serverCost(phases: readonly Phase[]): ClaimVerdict {
  const more = shareOf(phases, 'read', 'serverCpuMs') - shareOf(phases, 'measured', 'serverCpuMs');
  return {
    claim: `ours: reading the server’s figures twice a second takes under ${MOST_SHARE * 100} % of its core`,
    verdict: more < MOST_SHARE ? 'true' : 'false',
    becauseKo: `읽지 않을 때보다 코어의 ${fixed(more * 100)} % 더. 세는 일 자체는 끌 수 없음`,
    because: `${fixed(more * 100)} % of a core more than without; its counting itself cannot be turned off`,
  };
}

/** CPU time by time, the median of the phases of a kind. */
const shareOf = (phases: readonly Phase[], kind: Kind, which: 'ownCpuMs' | 'serverCpuMs'): number =>
  median(phases.filter((phase) => phase.kind === kind).map((phase) => phase[which] / 1_000 / phase.seconds));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
