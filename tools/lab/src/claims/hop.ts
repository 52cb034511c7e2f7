import { transportNames, type TransportName } from '@tickway/protocol';
import { startGatewayProcess, type GatewayProcess } from '../server/gateway-process';
import { wayOf } from '../viewer/ways';
import { Bench, meanLatency, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 20;
const EVENTS_PER_SECOND = 20;
const MEASURE_MS = 60_000;
const INTERVAL_MS = 1_000;

/** One transport, straight and through a gateway. */
interface Row {
  readonly name: TransportName;
  readonly directMs: number;
  readonly hopMs: number;
  readonly delivered: number;
  readonly expected: number;
  /** CPU of the gateway an update, µs. */
  readonly cpuUs: number;
  /** Sockets that its viewers cost the gateway. */
  readonly sockets: number;
}

interface Pair {
  readonly name: TransportName;
  readonly process: GatewayProcess;
  readonly direct: Group;
  readonly behind: Group;
  readonly idleDescriptors: number;
}

/** E-GW: what a gateway between viewer and server costs. */
export const hop: Experiment = {
  name: 'hop',
  title: 'E-GW: what a gateway’s hop costs',
  claims: ['31', '33', '34'],
  prediction:
    'A gateway that passes bytes on wakes up once a chunk and direction: a fraction of a millisecond on one machine, tens of microseconds of CPU a chunk, and two sockets where there was one.',
  method:
    `The lab’s own gateway with no fault, a process of its own for each transport, before one server; ${VIEWERS} viewers of each transport straight and ${VIEWERS} through it at the same time; ${EVENTS_PER_SECOND} events a second ` +
    '(Poisson). CPU of the gateway’s process by the kernel. It is a TCP proxy that reads the heads of HTTP; what routing by path and by message costs is measured by `routing`.',
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const pairs: Pair[] = [];
  try {
    for (const name of transportNames) pairs.push(await pairOf(name, bench));
    for (const { direct, behind } of pairs) for (const group of [direct, behind]) await bench.enter(group);
    const { source, stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
    const before = await Promise.all(pairs.map(({ process }) => process.cpuMs()));
    await bench.measure('hop', MEASURE_MS);
    stop();
    await bench.measure('hop, the last ones', 5 * INTERVAL_MS, 1);
    const rows = await Promise.all(pairs.map((pair, i) => rowOf(pair, before[i] ?? 0, source.published)));
    return finding(rows, rim);
  } finally {
    for (const { process } of pairs) process.stop();
  }
}

async function pairOf(name: TransportName, bench: Bench): Promise<Pair> {
  const { host, port } = bench.server.target.address;
  const process = await startGatewayProcess([`--url=http://${host}:${port}`]);
  const way = wayOf(name, { intervalMs: INTERVAL_MS });
  return {
    name,
    process,
    direct: bench.group({ way, size: VIEWERS }),
    behind: bench.group({ way, size: VIEWERS, entrance: process.address }),
    idleDescriptors: await process.descriptors(),
  };
}

async function rowOf(
  { name, process, direct, behind, idleDescriptors }: Pair,
  before: number,
  published: number,
): Promise<Row> {
  const { delivered } = behind.tally;
  return {
    name,
    directMs: meanLatency(direct),
    hopMs: meanLatency(behind) - meanLatency(direct),
    delivered,
    expected: published * VIEWERS,
    cpuUs: (((await process.cpuMs()) - before) * 1_000) / delivered,
    sockets: (await process.descriptors()) - idleDescriptors,
  };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [costs(rows), serves(rows)],
    tables: [
      {
        title: `${VIEWERS} viewers of each transport, ${EVENTS_PER_SECOND} updates a second`,
        head: [
          ...['transport', 'straight, mean ms', 'the hop adds, ms', 'gateway CPU, µs an update'],
          ...['sockets of the gateway', 'delivered', 'published × viewers'],
        ],
        rows: rows.map(({ name, directMs, hopMs, cpuUs, sockets, delivered, expected }) => [
          ...[name, fixed(directMs, 2), fixed(hopMs, 2), fixed(cpuUs), String(sockets)],
          ...[String(delivered), String(expected)],
        ]),
      },
    ],
    plots: [],
    raw: { scale, rows },
  };
}

function costs(rows: readonly Row[]): ClaimVerdict {
  const told = (
    of: readonly Row[],
    figure: (row: Row) => string,
    by = (said: string, name: string) => `${said} by ${name}`,
  ) => of.map((row) => by(figure(row), row.name)).join(', ');
  const korean = (said: string, name: string) => `${name} ${said}`;
  const ms = ({ hopMs }: Row) => `${fixed(hopMs, 2)} ms`;
  const us = ({ cpuUs }: Row) => `${fixed(cpuUs, 0)} µs`;
  // When a poll happens to be asked moves the mean by more than a hop.
  const pushed = rows.filter(({ name }) => name !== 'polling');
  return {
    claim: '33: clients connect through the gateway, never directly',
    verdict: 'true',
    because: `by design, and it has its price: ${told(pushed, ms)}; ${told(rows, us)} of its CPU an update; ${rows[0]?.sockets ?? 0} sockets for ${VIEWERS} viewers`,
    becauseKo: `설계가 그러하며, 값을 치름: ${told(pushed, ms, korean)}, 갱신마다 CPU ${told(rows, us, korean)}, 시청자 ${VIEWERS}명에 소켓 ${rows[0]?.sockets ?? 0}개`,
  };
}

function serves(rows: readonly Row[]): ClaimVerdict {
  const whole = rows.filter(({ delivered, expected }) => delivered === expected).length;
  return {
    claim: '34: a gateway may speak several protocols by client kind',
    verdict: whole === rows.length ? 'true' : 'partly',
    becauseKo: `${rows.length}가지 전송 방식 중 ${whole}가지가 같은 게이트웨이로 모든 갱신을 전달함: 폴링과 롱폴링은 HTTP로, 스트리밍은 끝나지 않는 응답으로, 웹소켓과 Socket.IO는 Upgrade로`,
    because: `${whole} of ${rows.length} transports delivered every update through the same gateway; polling and long polling by HTTP, streaming by an answer that does not end, WebSocket and Socket.IO by Upgrade`,
  };
}
