import { fineClock, seeded, type Address } from '@tickway/gateway';
import { parseTopic, transportNames, type TransportName } from '@tickway/protocol';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { Crowd } from '../load/crowd';
import { pause } from '../load/pause';
import { startGatewayProcess, type GatewayProcess } from '../server/gateway-process';
import { startLabServer, type LabServer } from '../server/lab-server';
import { quietFeeds } from '../server/quiet-feeds';
import { eventGaps } from '../source/event-times';
import type { OutsideSource } from '../source/outside-source';
import { runSource } from '../source/run-source';
import type { Viewer } from '../viewer/viewer';
import { wayOf } from '../viewer/ways';
import { tcpWire } from '../wire/tcp-wire';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 10;
const PER_SECOND = 10;
const MEASURE_MS = 20_000;
const INTERVAL_MS = 500;
const TOPICS = ['lab-a', 'lab-b'] as const;

const MANNERS = ['direct', 'by host', 'by message'] as const;
type Manner = (typeof MANNERS)[number];

/** One transport in one manner. */
interface Row {
  readonly name: TransportName;
  readonly manner: Manner;
  readonly meanMs: number;
  readonly delivered: number;
  readonly expected: number;
  readonly missing: number;
  readonly doubled: number;
  /** CPU of the gateway an update, µs; 0 without one. */
  readonly cpuUs: number;
  /** Sockets of the gateway, both sides; 0 without one. */
  readonly sockets: number;
}

/** A server and what speaks on it. */
interface Spoken {
  readonly server: LabServer;
  readonly topic: string;
  readonly source: OutsideSource;
}

type Gateways = Readonly<Record<Exclude<Manner, 'direct'>, GatewayProcess>>;

/** E-GW: routing by host against routing by message, and no gateway at all. */
export const routing: Experiment = {
  name: 'routing',
  title: 'E-GW: routing by host and by what a message asks for',
  claims: ['32', '34'],
  prediction:
    'By host a gateway reads the head of a request and passes bytes: as cheap as a hop. By message it must unmask and parse what clients say, which is little, and find the ends of what servers say: some more CPU an update, one socket to the viewer in place of two. ' +
    'Over two servers a long poll costs it more than all else: to answer one it must let the other go, whose connection ends.',
  method:
    `Two servers with one topic each, ${PER_SECOND} updates a second on each (Poisson), delivered each. ${VIEWERS} viewers of both topics in three manners at the same time: two connections straight to the servers; two connections to a gateway that routes by the Host header and passes the bytes; ` +
    `one connection to a gateway that splits what is asked by its topics and joins the answers. Each gateway is a process of its own, its CPU by the kernel; one transport after the other; polling each ${INTERVAL_MS} ms.`,
  run: measure,
};

async function measure(rim: ExperimentRim): Promise<Finding> {
  const all: Spoken[] = [];
  try {
    for (const topic of TOPICS) {
      const server = await startLabServer(rim.seed, { topics: [topic], settings: quietFeeds });
      all.push({ server, topic, source: server.source({ topic }) });
    }
    const rows: Row[] = [];
    for (const name of transportNames) rows.push(...(await withGateways(rim, all, name)));
    return finding(rows, rim);
  } finally {
    for (const { server } of all) await server.stop();
  }
}

/** Each transport has gateways of its own: what one before it left open is not counted. */
async function withGateways(
  rim: ExperimentRim,
  all: readonly Spoken[],
  name: TransportName,
): Promise<readonly Row[]> {
  const byHost = await startGatewayProcess(routesOf(all, (_, i) => `//${HOSTS[i] ?? ''}/`));
  try {
    const byMessage = await startGatewayProcess(routesOf(all, ({ topic }) => topic));
    const gateways = { 'by host': byHost, 'by message': byMessage };
    return await stage({ rim, all, gateways, name }).finally(() => byMessage.stop());
  } finally {
    byHost.stop();
  }
}

/** This machine by two names: by them a gateway on one port tells two hosts apart. */
const HOSTS = ['127.0.0.1', 'localhost'] as const;

const routesOf = (all: readonly Spoken[], what: (spoken: Spoken, index: number) => string) =>
  all.map((spoken, i) => {
    const { host, port } = spoken.server.target.address;
    return `--route=${what(spoken, i)}=http://${host}:${port}`;
  });

interface Stage {
  readonly rim: ExperimentRim;
  readonly all: readonly Spoken[];
  readonly gateways: Gateways;
  readonly name: TransportName;
}

/** Where the viewers of a manner connect to, for which topics. */
function entrances(manner: Manner, { all, gateways }: Stage): readonly (readonly [Address, string[]])[] {
  if (manner === 'by message') return [[gateways[manner].address, [...TOPICS]]];
  const { port } = gateways['by host'].address;
  return all.map(({ server, topic }, i) => [
    manner === 'direct' ? server.target.address : { host: HOSTS[i] ?? '', port },
    [topic],
  ]);
}

interface Group {
  readonly manner: Manner;
  readonly tally: Tally;
  readonly crowds: readonly Crowd[];
}

function groupOf(manner: Manner, all: Stage): Group {
  const { rim, name } = all;
  const tally = new Tally();
  const crowds = entrances(manner, all).map(([entrance, topics]) =>
    crowdOf({ rim, name, tally, entrance, topics, purpose: `${name} ${manner} ${topics.join()}` }),
  );
  return { manner, tally, crowds };
}

/** Measures one transport in all manners at once. */
async function stage(all: Stage): Promise<readonly Row[]> {
  const { rim, gateways } = all;
  const idle = await descriptorsOf(gateways);
  const groups = MANNERS.map((manner) => groupOf(manner, all));
  const crowds = groups.flatMap((group) => group.crowds);
  try {
    for (const crowd of crowds) await enter(crowd, rim);
    for (const { tally } of groups) tally.measuring = true;
    const sockets = await descriptorsOf(gateways);
    const before = await cpuOf(gateways);
    const published = await speak(all);
    const after = await cpuOf(gateways);
    return groups.map((group) => ({
      ...rowOf(all.name, group, published),
      ...(group.manner !== 'direct' && {
        cpuUs: ((after[group.manner] - before[group.manner]) * 1_000) / group.tally.delivered,
        sockets: sockets[group.manner] - idle[group.manner],
      }),
    }));
  } finally {
    for (const crowd of crowds) crowd.leave();
  }
}

function rowOf(name: TransportName, { manner, tally, crowds }: Group, published: number): Row {
  const sum = (count: (viewer: Viewer) => number) =>
    crowds.reduce((total, crowd) => total + crowd.sum(count), 0);
  return {
    ...{ name, manner, delivered: tally.delivered, expected: published * VIEWERS },
    meanMs: tally.latency.spread()?.mean ?? NaN,
    missing: sum(({ ledger }) => ledger.missing),
    doubled: sum(({ ledger }) => ledger.doubled),
    ...{ cpuUs: 0, sockets: 0 },
  };
}

type Figures = Readonly<Record<keyof Gateways, number>>;

const cpuOf = async (gateways: Gateways): Promise<Figures> => ({
  'by host': await gateways['by host'].cpuMs(),
  'by message': await gateways['by message'].cpuMs(),
});

const descriptorsOf = async (gateways: Gateways): Promise<Figures> => ({
  'by host': await gateways['by host'].descriptors(),
  'by message': await gateways['by message'].descriptors(),
});

interface Viewing {
  readonly rim: ExperimentRim;
  readonly name: TransportName;
  readonly tally: Tally;
  readonly entrance: Address;
  readonly topics: readonly string[];
  readonly purpose: string;
}

function crowdOf({ rim, name, tally, entrance, topics, purpose }: Viewing): Crowd {
  const memo = new FrameMemo();
  return new Crowd(VIEWERS, (index) => ({
    ...{ server: entrance, topics: topics.map(parseTopic), way: wayOf(name, { intervalMs: INTERVAL_MS }) },
    ...{ clock: rim.clock, dial: tcpWire, memo, tally, random: seeded(rim.seed, `${purpose} ${index}`) },
  }));
}

const PATIENCE_MS = 15_000;

async function enter(crowd: Crowd, { clock, signal }: ExperimentRim): Promise<void> {
  await crowd.enter(clock, 200, signal);
  const latest = clock.now() + PATIENCE_MS;
  while (!crowd.complete && clock.now() < latest) await pause(clock, 50, signal);
}

/** Lets both sources speak; how much they said, and all of it has had its time to arrive. */
async function speak({ rim, all, name }: Stage): Promise<number> {
  const { clock, signal, scale, seed, progress } = rim;
  const said = () => all.reduce((sum, { source }) => sum + source.published, 0);
  const before = said();
  const stops = all.map(({ topic, source }) => {
    const gaps = eventGaps(PER_SECOND, 'poisson', seeded(seed, `events of ${topic} by ${name}`));
    return runSource(source, { gaps, count: 1 }, fineClock);
  });
  const steps = 10;
  try {
    for (let step = 0; step < steps; step++) {
      progress(`routing, ${name}`, (transportNames.indexOf(name) + step / steps) / transportNames.length);
      await pause(clock, (MEASURE_MS * scale) / steps, signal);
    }
  } finally {
    for (const stop of stops) stop();
  }
  await pause(clock, 4 * INTERVAL_MS, signal);
  for (const { source } of all)
    if (source.fault !== undefined) throw new Error(`the source failed: ${source.fault}`);
  return said() - before;
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  const direct = (row: Row) => rows.find(({ name, manner }) => name === row.name && manner === 'direct');
  const added = (row: Row) => row.meanMs - (direct(row)?.meanMs ?? NaN);
  return {
    verdicts: [byMessage(rows, added), kinds(rows)],
    tables: [
      {
        title: `${VIEWERS} viewers of two topics on two servers, ${2 * PER_SECOND} updates a second`,
        head: [
          ...['transport', 'manner', 'mean ms', 'added ms', 'gateway CPU, µs an update'],
          ...['sockets of the gateway', 'delivered', 'published × viewers', 'missing', 'doubled'],
        ],
        rows: rows.map((row) => [
          ...[row.name, row.manner, fixed(row.meanMs, 2)],
          ...(row.manner === 'direct'
            ? ['', '', '']
            : [fixed(added(row), 2), fixed(row.cpuUs), `${row.sockets}`]),
          ...[row.delivered, row.expected, row.missing, row.doubled].map(String),
        ]),
      },
    ],
    plots: [],
    raw: { scale, rows },
  };
}

const isWhole = ({ delivered, expected, missing, doubled }: Row) =>
  delivered === expected && missing === 0 && doubled === 0;

function byMessage(rows: readonly Row[], added: (row: Row) => number): ClaimVerdict {
  const routed = rows.filter(({ manner }) => manner !== 'direct');
  const of = (name: TransportName, manner: Manner) =>
    rows.find((row) => row.name === name && row.manner === manner);
  const figures = (name: TransportName) => {
    const [host, message] = [of(name, 'by host'), of(name, 'by message')];
    if (!host || !message) throw new Error(`nothing was measured by ${name}`);
    return {
      cpu: [fixed(host.cpuUs, 0), fixed(message.cpuUs, 0)] as const,
      ms: [fixed(added(host), 2), fixed(added(message), 2)] as const,
      sockets: [host.sockets, message.sockets] as const,
    };
  };
  const [socket, long] = [figures('websocket'), figures('long-polling')];
  const lost = routed.reduce((sum, { missing }) => sum + missing, 0);
  const twice = routed.reduce((sum, { doubled }) => sum + doubled, 0);
  return {
    claim: '32: a gateway picks the server by the content of the message',
    verdict: routed.every(isWhole) ? 'partly' : 'false',
    because:
      'by path or host any gateway does; by message only one that speaks the protocol. Ours does both: ' +
      `WebSocket by host ${socket.ms[0]} ms more than straight, ${socket.cpu[0]} µs of its CPU an update and ${socket.sockets[0]} sockets for ${VIEWERS} viewers of two servers; by message ${socket.ms[1]} ms, ${socket.cpu[1]} µs and ${socket.sockets[1]} sockets. ` +
      `A long poll over two servers costs it ${long.cpu[1]} µs an update, by host ${long.cpu[0]} µs. Missing ${lost}, doubled ${twice}`,
    becauseKo:
      '경로나 호스트로 고르는 일은 어느 게이트웨이나 하지만, 메시지로 고르려면 프로토콜을 읽어야 함. 이 게이트웨이는 둘 다 함: ' +
      `WebSocket에서 호스트 기준은 직접 연결보다 ${socket.ms[0]} ms 늦고 갱신당 CPU ${socket.cpu[0]} µs, 서버 두 대를 보는 시청자 ${VIEWERS}명에 소켓 ${socket.sockets[0]}개. 메시지 기준은 ${socket.ms[1]} ms, ${socket.cpu[1]} µs, ${socket.sockets[1]}개. ` +
      `서버 두 대에 걸친 롱 폴링은 갱신당 ${long.cpu[1]} µs, 호스트 기준은 ${long.cpu[0]} µs. 누락 ${lost}, 중복 ${twice}`,
  };
}

function kinds(rows: readonly Row[]): ClaimVerdict {
  const whole = rows.filter((row) => row.manner === 'by message' && isWhole(row)).length;
  const all = transportNames.length;
  return {
    claim: '34: a gateway may speak several protocols by client kind',
    verdict: whole === all ? 'true' : 'partly',
    because: `${whole} of ${all} transports delivered every update of two servers through one address; to the servers it speaks HTTP and plain WebSocket only, whatever the client speaks`,
    becauseKo: `${all}가지 전송 방식 중 ${whole}가지가 한 주소로 서버 두 대의 모든 갱신을 전달함. 클라이언트가 무엇을 쓰든 서버와는 HTTP와 일반 WebSocket으로만 통신함`,
  };
}
