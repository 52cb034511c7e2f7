import type { Plot } from '@tickway/report';
import type { Network } from '@tickway/gateway';
import { transportNames, type TransportName } from '@tickway/protocol';
import { LAB_TOPIC } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const EVENTS_PER_SECOND = 10;
const MEASURE_MS = 75_000;
const RARE_MS = 35_000;
const RARE = 'rare';
const INTERVAL_MS = 1_000;
const VIEWERS = 2;
const ENTER_MS = 3_000;

interface Fault {
  readonly label: string;
  readonly network: Partial<Network>;
  /** Whether its viewers follow the rare events: this fault needs silence. */
  readonly rare?: true;
}

const faults: readonly Fault[] = [
  { label: 'none', network: {} },
  { label: 'answers held back (buffering)', network: { buffering: true } },
  { label: 'Upgrade not passed on', network: { stripUpgrade: true } },
  { label: 'silent after the 101', network: { silent: true } },
  { label: 'cut after 5 s of silence', network: { idleCutMs: 5_000 }, rare: true },
  { label: 'cut after 30 s of silence', network: { idleCutMs: 30_000 }, rare: true },
];

/** One transport behind one fault. */
interface Row {
  readonly fault: string;
  readonly name: TransportName;
  readonly delivered: number;
  readonly expected: number;
  readonly meanMs: number;
  readonly losses: number;
  readonly missing: number;
  readonly doubled: number;
  readonly said: string;
}

/** E-PROXY: what proxies with faults do to each transport. */
export const proxies: Experiment = {
  name: 'faults',
  title: 'E-PROXY: five transports behind five proxies',
  claims: ['10', '24'],
  prediction:
    'A proxy that holds answers back hurts streaming alone; one that does not know Upgrade, or goes silent, takes WebSocket and Socket.IO away; polling and long polling ' +
    'pass everywhere.',
  method:
    `Each fault is a gateway of its own between ${VIEWERS} viewers of each transport and one server; ${EVENTS_PER_SECOND} events a second (Poisson) for ${MEASURE_MS / 1_000} s, and on a second ` +
    `topic, for the proxies that cut silent connections, one event every ${RARE_MS / 1_000} s. Viewers do not change their transport: this shows what a fallback has to find out.`,
  run: (rim) => Bench.with(rim, { topics: [LAB_TOPIC, RARE] }, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const groups: { fault: Fault; name: TransportName; group: Group }[] = [];
  for (const fault of faults) {
    const { address: entrance } = await bench.gateway(fault.network);
    const topic = fault.rare ? RARE : LAB_TOPIC;
    for (const name of transportNames) {
      const way = wayOf(name, { intervalMs: INTERVAL_MS });
      groups.push({ fault, name, group: bench.group({ way, size: VIEWERS, entrance, topic }) });
    }
  }
  await Promise.all(groups.map(({ group }) => bench.enter(group, 0, ENTER_MS)));
  const often = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  const rarely = bench.speak({ perSecond: 1_000 / RARE_MS, rhythm: 'even', topic: RARE });
  await bench.measure('faults', MEASURE_MS);
  for (const { stop } of [often, rarely]) stop();
  // What is still on its way, a poll later.
  await bench.measure('faults, the last ones', 2 * INTERVAL_MS, 1);
  const rows = groups.map(({ fault, name, group }) =>
    rowOf(fault.label, name, { group, expected: (fault.rare ? rarely : often).source.published }),
  );
  return finding(rows, rim);
}

function rowOf(
  fault: string,
  name: TransportName,
  { group, expected }: { group: Group; expected: number },
): Row {
  const { crowd, tally } = group;
  return {
    fault,
    name,
    delivered: tally.delivered / VIEWERS,
    expected,
    meanMs: tally.latency.spread()?.mean ?? NaN,
    losses: crowd.sum(({ losses }) => losses),
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    said: crowd.viewers[0]?.fault ?? '',
  };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [nothingToOpen(rows), trickles(rows)],
    tables: [
      {
        title: 'Delivered to one viewer while measured, and mean latency',
        head: [
          'fault',
          'transport',
          'delivered',
          'published',
          'mean ms',
          'broken connections',
          'missing',
          'doubled',
          'what the viewer found',
        ],
        rows: rows.map((row) => [
          row.fault,
          row.name,
          fixed(row.delivered, 0),
          String(row.expected),
          fixed(row.meanMs),
          String(row.losses),
          String(row.missing),
          String(row.doubled),
          row.said,
        ]),
      },
    ],
    plots: [faultPlot(rows)],
    raw: { scale, rows },
  };
}

const delivered = (row: Row, of = ' of ') => `${fixed(row.delivered, 0)}${of}${row.expected}`;

/** From this share on it counts as delivered: what was on its way at the end is not. */
const WHOLE = 0.98;
/** Later than this nobody calls it a stream, ms. */
const LATE_MS = 250;

const share = (row: Row) => row.delivered / row.expected;
const isWhole = (row: Row) => share(row) >= WHOLE;
const isTimely = (row: Row) => isWhole(row) && row.meanMs <= LATE_MS;

const faultPlot = (rows: readonly Row[]): Plot => ({
  ...{ name: 'faults', title: 'Delivered behind each proxy', x: '', y: '% of what was published' },
  names: transportNames,
  series: faults.map(({ label }) => ({
    ...{ label, kind: 'dots' as const },
    points: transportNames.flatMap((name, i) => {
      const row = rows.find((one) => one.name === name && one.fault === label);
      return row ? [[i, 100 * share(row)] as const] : [];
    }),
  })),
});

function find(rows: readonly Row[], fault: number, name: TransportName): Row {
  const row = rows.find((one) => one.name === name && one.fault === faults[fault]?.label);
  if (row) return row;
  throw new Error(`${name} was not tried`);
}

/** Claim 24: whether open ports are enough. */
function nothingToOpen(rows: readonly Row[]): ClaimVerdict {
  const [clean, stripped, silent] = [0, 2, 3].map((fault) => find(rows, fault, 'websocket'));
  if (!clean || !stripped || !silent) throw new Error('WebSocket was not tried');
  const [strippedPoll, silentPoll] = [find(rows, 2, 'polling'), find(rows, 3, 'polling')];
  return {
    claim: '24: WebSocket uses 80/443, so nothing needs to be opened',
    verdict: !isWhole(clean) ? 'false' : isWhole(stripped) && isWhole(silent) ? 'true' : 'partly',
    because: `the port is not the obstacle, proxies are: without Upgrade WebSocket delivered ${delivered(stripped)} (“${stripped.said}”), behind one that goes silent ${delivered(silent)}, while polling delivered ${delivered(strippedPoll)} and ${delivered(silentPoll)}`,
    becauseKo: `막는 것은 포트가 아니라 프록시. Upgrade를 지우면 WebSocket은 ${delivered(stripped, ' / ')} 전달(“${stripped.said}”), 연 뒤 침묵하면 ${delivered(silent, ' / ')}, 폴링은 ${delivered(strippedPoll, ' / ')}과 ${delivered(silentPoll, ' / ')}`,
  };
}

/** Claim 10: whether an answer trickles wherever it passes. */
function trickles(rows: readonly Row[]): ClaimVerdict {
  const [clean, held] = [find(rows, 0, 'streaming'), find(rows, 1, 'streaming')];
  return {
    claim: '10: streaming is one request whose answer trickles',
    verdict: !isTimely(clean) ? 'false' : isTimely(held) ? 'true' : 'partly',
    because: `true on a clean path (${fixed(clean.meanMs)} ms); behind a proxy that holds answers back the same stream delivered ${delivered(held)}, ${fixed(held.meanMs, 0)} ms late in the mean`,
    becauseKo: `깨끗한 경로에서는 참(${fixed(clean.meanMs)} ms). 응답을 붙잡는 프록시 뒤에서는 같은 스트림이 ${delivered(held, ' / ')}건을 평균 ${fixed(held.meanMs, 0)} ms 늦게 전달`,
  };
}
