import type { Gateway } from '@tickway/gateway';
import { transportNames, type TransportName } from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 10;
const EVENTS_PER_SECOND = 20;
const INTERVAL_MS = 1_000;
const OUTAGE_MS = 5_000;
const REPEATS = 4;
const CALM_MS = 8_000;

const troubles: readonly (readonly [label: string, begin: (gateway: Gateway) => void])[] = [
  ['connections reset', (gateway) => gateway.cut()],
  [`cable out for ${OUTAGE_MS / 1_000} s`, (gateway) => gateway.pull(OUTAGE_MS)],
];

/** One transport through one kind of trouble. */
interface Row {
  readonly trouble: string;
  readonly name: TransportName;
  readonly expected: number;
  readonly delivered: number;
  readonly missing: number;
  readonly doubled: number;
  readonly gaps: number;
  readonly losses: number;
  /** The latest arrival, ms after its commit. */
  readonly maxMs: number;
}

/** E-RECOV: what is lost and doubled when connections break. */
export const recovery: Experiment = {
  name: 'recovery',
  title: 'E-RECOV: broken connections, nothing lost',
  claims: ['22'],
  prediction:
    'A client is a cursor: after any break it asks on from where it was, so 0 missing and 0 doubled on every transport.',
  method:
    `${VIEWERS} viewers of each transport, each kind of trouble in a gateway of its own, ${REPEATS} times; ${EVENTS_PER_SECOND} numbered events a second (Poisson); RTT 20 ms. ` +
    'Missing and doubled are proved twice, by cursors and by the running numbers. A viewer comes back after 250 to 500 ms.',
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const tried: { trouble: string; begin: () => void; groups: { name: TransportName; group: Group }[] }[] = [];
  for (const [trouble, begin] of troubles) {
    const gateway = await bench.gateway({ rttMs: 20 });
    const groups = transportNames.map((name) => ({
      name,
      group: bench.group({
        way: wayOf(name, { intervalMs: INTERVAL_MS }),
        size: VIEWERS,
        entrance: gateway.address,
      }),
    }));
    tried.push({ trouble, begin: () => begin(gateway), groups });
  }
  for (const { groups } of tried) for (const { group } of groups) await bench.enter(group, 200);
  const { source, stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  const repeats = Math.ceil(REPEATS * rim.scale);
  bench.stages = repeats + 1;
  for (let i = 0; i < repeats; i++) {
    for (const { begin } of tried) begin();
    await bench.measure(`recovery, ${i + 1} of ${repeats}`, OUTAGE_MS + CALM_MS, 1);
  }
  stop();
  // What is still on its way when the source falls silent.
  await bench.measure('recovery, the last ones', CALM_MS, 1);
  const expected = source.published;
  const rows = tried.flatMap(({ trouble, groups }) =>
    groups.map(({ name, group }) => rowOf(trouble, name, { group, expected })),
  );
  return finding(rows, rim);
}

function rowOf(
  trouble: string,
  name: TransportName,
  { group, expected }: { group: Group; expected: number },
): Row {
  const { crowd, tally } = group;
  return {
    trouble,
    name,
    expected: expected * VIEWERS,
    delivered: tally.delivered,
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    gaps: crowd.sum(({ ledger }) => ledger.gaps),
    losses: crowd.sum(({ losses }) => losses),
    maxMs: tally.latency.spread()?.max ?? NaN,
  };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [nothingLost(rows)],
    tables: [
      {
        title: 'All viewers together',
        head: [
          'trouble',
          'transport',
          'published × viewers',
          'delivered',
          'missing',
          'doubled',
          'gaps',
          'broken connections',
          'latest ms',
        ],
        rows: rows.map((row) => [
          row.trouble,
          row.name,
          String(row.expected),
          String(row.delivered),
          String(row.missing),
          String(row.doubled),
          String(row.gaps),
          String(row.losses),
          fixed(row.maxMs, 0),
        ]),
      },
    ],
    plots: [],
    raw: { scale, rows },
  };
}

function nothingLost(rows: readonly Row[]): ClaimVerdict {
  const bad = rows.filter(
    ({ missing, doubled, delivered, expected }) => missing + doubled > 0 || delivered !== expected,
  );
  const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0);
  return {
    claim: 'ours: 0 missing, 0 doubled on every transport through every break',
    verdict: bad.length === 0 ? 'true' : 'false',
    because:
      bad.length === 0
        ? `${sum(({ delivered }) => delivered)} deliveries, ${sum(({ losses }) => losses)} broken connections, none missing, none doubled`
        : bad
            .map(
              (row) =>
                `${row.name}, ${row.trouble}: ${row.delivered} of ${row.expected}, ${row.missing} missing, ${row.doubled} doubled`,
            )
            .join('; '),
    becauseKo: `전달 ${sum(({ delivered }) => delivered)}건, 끊긴 연결 ${sum(({ losses }) => losses)}개, 누락 ${sum(({ missing }) => missing)}, 중복 ${sum(({ doubled }) => doubled)}`,
  };
}
