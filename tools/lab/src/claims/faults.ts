import type { Network } from '@tickway/gateway';
import { transportNames, type TransportName } from '@tickway/protocol';
import { LAB_TOPIC } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
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
  const of = (fault: number, name: TransportName) =>
    rows.find((row) => row.name === name && row.fault === faults[fault]?.label);
  const [held, stripped, silent] = [of(1, 'streaming'), of(2, 'websocket'), of(3, 'websocket')];
  return {
    verdicts: [
      {
        claim: '24: WebSocket uses 80/443, so nothing needs to be opened',
        verdict: 'partly',
        because: `the port is not the obstacle, proxies are: without Upgrade WebSocket delivered ${delivered(stripped)} (“${stripped?.said ?? ''}”), behind one that goes silent ${delivered(silent)}, while polling delivered ${delivered(of(2, 'polling'))} and ${delivered(of(3, 'polling'))}`,
      },
      {
        claim: '10: streaming is one request whose answer trickles',
        verdict: 'partly',
        because: `true on a clean path (${fixed(of(0, 'streaming')?.meanMs)} ms); behind a proxy that holds answers back the same stream delivered ${delivered(held)}, ${fixed(held?.meanMs, 0)} ms late in the mean`,
      },
    ],
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
    plots: [],
    raw: { scale, rows },
  };
}

const delivered = (row: Row | undefined) => `${fixed(row?.delivered, 0)} of ${row?.expected ?? 0}`;
