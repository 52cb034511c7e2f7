import { transportNames, type TransportName } from '@tickway/protocol';
import type { Stats, TransportStats } from '@tickway/report';
import type { Flow } from '../capture/flows';
import { capture as startCapture } from '../capture/tcpdump';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { deviation, fixed } from './ratio';

const VIEWERS = 5;
const EVENTS_PER_SECOND = 20;
const MEASURE_MS = 30_000;
const INTERVAL_MS = 1_000;
const SETTLE_MS = 1_000;
const TOLERANCE = 0.02;

/** One transport, counted thrice: on the wire, by the server, by the viewers. */
interface Row {
  readonly name: TransportName;
  readonly connections: number;
  readonly captured: { readonly toServer: number; readonly toViewer: number };
  readonly server: { readonly toServer: number; readonly toViewer: number };
  readonly viewers: number;
  readonly delivered: number;
  readonly segments: number;
  readonly headerBytes: number;
}

/** Our byte counters against a packet capture. */
export const capture: Experiment = {
  name: 'capture',
  title: 'Our byte counters against a packet capture',
  claims: ['target of issue 4', '23'],
  prediction:
    'What the server counts at its sockets is what TCP carries: no difference but what is on its way at the last moment. The heads of TCP and IP (52 bytes a segment, acknowledgements too) are in no counter of ours.',
  method:
    `tcpdump on loopback while ${VIEWERS} viewers of each transport come, follow ${EVENTS_PER_SECOND} numbered events a second (Poisson) and leave. Bytes on the wire by the sequence numbers of each TCP connection, so that what is sent twice ` +
    'counts once. Connections are told apart by their first request, so the lab’s own questions after the server’s figures are not among them. Loopback takes segments of up to 64 kB; on Ethernet there would be more heads.',
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { target } = bench.server;
  const captured = await startCapture(target.address.port);
  if (typeof captured === 'string') return skipped(captured);
  const before = await target.stats();
  const groups = transportNames.map((name) => ({
    name,
    group: bench.group({ way: wayOf(name, { intervalMs: INTERVAL_MS }), size: VIEWERS }),
  }));
  for (const { group } of groups) await bench.enter(group);
  const { stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  await bench.measure('capture', MEASURE_MS);
  stop();
  await bench.wait(SETTLE_MS + INTERVAL_MS);
  for (const { group } of groups) group.crowd.leave();
  await bench.wait(SETTLE_MS);
  const after = await target.stats();
  const flows = await captured.stop();
  const rows = groups.map(({ name, group }) => rowOf(name, group, { before, after, flows }));
  return finding(rows, rim);
}

interface Counted {
  readonly before: Stats;
  readonly after: Stats;
  readonly flows: readonly Flow[];
}

function rowOf(name: TransportName, { crowd, tally }: Group, { before, after, flows }: Counted): Row {
  const own = flows.filter(({ said }) => new RegExp(`^GET /feed/${name}[/?]`).test(said));
  const sum = (count: (flow: Flow) => number) => own.reduce((all, flow) => all + count(flow), 0);
  const grown = (figure: (stats: TransportStats) => number) =>
    figureOf(after, name, figure) - figureOf(before, name, figure);
  return {
    name,
    connections: own.length,
    captured: {
      toServer: sum(({ toServerBytes }) => toServerBytes),
      toViewer: sum(({ toViewerBytes }) => toViewerBytes),
    },
    server: {
      toServer: grown(({ bytesRead }) => bytesRead),
      toViewer: grown(({ bytesWritten }) => bytesWritten),
    },
    viewers: crowd.counts().carried,
    delivered: tally.delivered,
    segments: sum(({ segments }) => segments),
    headerBytes: sum(({ headerBytes }) => headerBytes),
  };
}

function figureOf(
  { transports }: Stats,
  name: TransportName,
  figure: (stats: TransportStats) => number,
): number {
  const stats = transports.get(name);
  return stats ? figure(stats) : 0;
}

const CLAIM = `ours: our byte counters are within ${TOLERANCE * 100} % of a packet capture, for each transport`;

const skipped = (why: string): Finding => ({
  verdicts: [
    {
      claim: CLAIM,
      verdict: 'not settled',
      because: `this machine does not let the lab capture: ${why}`,
      becauseKo: `이 컴퓨터에서는 패킷을 잡을 수 없음: ${why}`,
    },
  ],
  tables: [],
  plots: [],
  raw: { why },
});

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [close(rows), heads(rows)],
    tables: [
      {
        title: 'Bytes of one run, counted at three places',
        head: [
          ...['transport', 'connections'],
          ...['on the wire to the viewer', 'by the server', 'difference'],
          ...['on the wire to the server', 'by the server', 'difference'],
          ...['by the viewers, both ways', 'difference'],
        ],
        rows: rows.map(bytesRow),
      },
      {
        title: 'What no counter of ours sees: heads of TCP and IP',
        head: ['transport', 'segments', 'segments an update', 'bytes of heads an update', 'of content'],
        rows: rows.map((row) => [
          row.name,
          String(row.segments),
          fixed(row.segments / row.delivered, 2),
          fixed(row.headerBytes / row.delivered),
          fixed(total(row.captured) / row.delivered),
        ]),
      },
    ],
    plots: [],
    raw: { scale, rows },
  };
}

function close(rows: readonly Row[]): ClaimVerdict {
  const worst = Math.max(...rows.flatMap(differences).map(Math.abs));
  const within = rows.filter((row) => differences(row).every((share) => Math.abs(share) <= TOLERANCE)).length;
  return {
    claim: CLAIM,
    verdict: within === rows.length ? 'true' : within > 0 ? 'partly' : 'false',
    becauseKo: `${rows.length}가지 전송 방식 중 ${within}가지가 양방향, 양 끝 모두에서. 가장 큰 차이 ${fixed(worst * 100, 2)} %`,
    because: `${within} of ${rows.length} transports, in both directions and at both ends; the largest difference is ${fixed(worst * 100, 2)} %`,
  };
}

function heads(rows: readonly Row[]): ClaimVerdict {
  const each = rows.map(
    ({ name, headerBytes, delivered }) => [name, fixed(headerBytes / delivered, 0)] as const,
  );
  const perUpdate = (row: Row) => (total(row.captured) + row.headerBytes) / row.delivered;
  const onWire = rows.map((row) => `${row.name} ${fixed(perUpdate(row), 0)}`);
  const socket = rows.find(({ name }) => name === 'websocket');
  const others = rows.filter(({ name }) => name === 'polling' || name === 'long-polling');
  const cheaperThan = others.filter((row) => socket && perUpdate(socket) < perUpdate(row));
  return {
    claim: '23: after the first contact no headers are sent, so it is cheaper',
    verdict: cheaperThan.length === others.length ? 'true' : cheaperThan.length > 0 ? 'partly' : 'false',
    because: `on the wire, all of it, an update takes ${onWire.join(', ')}: WebSocket is cheaper than ${cheaperThan.length} of ${others.length} that send headers, polling being asked once for ${INTERVAL_MS} ms of updates; TCP’s and IP’s heads among it: ${each.map(([name, bytes]) => `${bytes} by ${name}`).join(', ')}, at ${EVENTS_PER_SECOND} updates a second; bytes`,
    becauseKo: `선 위의 모든 바이트로 갱신 하나에 ${onWire.join(', ')}. 헤더를 보내는 ${others.length}가지 중 WebSocket이 ${cheaperThan.length}가지보다 쌈(폴링은 ${INTERVAL_MS} ms치를 한 번에 물음). 그중 TCP와 IP 헤더: ${each.map(([name, bytes]) => `${name} ${bytes}`).join(', ')} (바이트, 초당 갱신 ${EVENTS_PER_SECOND}건)`,
  };
}

const total = ({ toServer, toViewer }: Row['captured']) => toServer + toViewer;

/** By how much each of our counts differs from the wire, as shares. */
const differences = ({ captured, server, viewers }: Row): readonly [number, number, number] => [
  deviation(server.toViewer, captured.toViewer),
  deviation(server.toServer, captured.toServer),
  deviation(viewers, total(captured)),
];

function bytesRow(row: Row): readonly string[] {
  const [toViewer, toServer, viewers] = differences(row).map((share) => `${fixed(share * 100, 2)} %`);
  return [
    row.name,
    String(row.connections),
    ...[row.captured.toViewer, row.server.toViewer].map(String),
    toViewer ?? '',
    ...[row.captured.toServer, row.server.toServer].map(String),
    toServer ?? '',
    String(row.viewers),
    viewers ?? '',
  ];
}
