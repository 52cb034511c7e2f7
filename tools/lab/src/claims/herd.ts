import { seeded } from '@tickway/gateway';
import { asking } from '../viewer/asking';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 500;
const EVENTS = 5;
const BETWEEN_MS = 3_000;
const BIN_MS = 10;
const JITTER_MS = 200;

/** What one kind of viewers did. */
interface Row {
  readonly label: string;
  /** Questions in each 10 ms after an event, summed over the events. */
  readonly bins: readonly number[];
  readonly peak: number;
  /** From the commit until the last viewer had it, ms, the worst of the events. */
  readonly lastMs: number;
  readonly meanMs: number;
  readonly serverDelayMs: number;
}

/** E-HERD: one event to many parked long polls. */
export const herd: Experiment = {
  name: 'herd',
  title: `E-HERD: one event and ${VIEWERS} viewers`,
  claims: ['8', '22'],
  prediction:
    `All ${VIEWERS} parked polls are answered by the one event and ask again at once; a spread of 0 to ${JITTER_MS} ms on asking again makes of the spike a plateau of ${(VIEWERS * BIN_MS) / JITTER_MS} questions in ${BIN_MS} ms. ` +
    'WebSocket: no question at all.',
  method:
    `${VIEWERS} viewers on loopback, ${EVENTS} single events ${BETWEEN_MS / 1_000} s apart, each kind of viewers on a server of its own; questions counted by the viewers in bins of ${BIN_MS} ms ` +
    'from the event’s commit; server delay is the worst lateness of its event loop while it lasted.',
  run: async (rim) => {
    const jitter = seeded(rim.seed, 'herd');
    const ways = [
      [
        'long-polling',
        (asked: () => void) => asking({ transport: 'long-polling', pauseMs: 0, keepAlive: true, asked }),
      ],
      [
        `long-polling, ask again within ${JITTER_MS} ms`,
        (asked: () => void) =>
          asking({ transport: 'long-polling', pauseMs: () => jitter() * JITTER_MS, keepAlive: true, asked }),
      ],
      ['websocket', () => wayOf('websocket', { intervalMs: 0 })],
    ] as const;
    const rows: Row[] = [];
    for (const [label, way] of ways)
      rows.push(await Bench.with(rim, {}, (bench) => stampede(bench, label, way)));
    return finding(rows, rim);
  },
};

async function stampede(
  bench: Bench,
  label: string,
  way: (asked: () => void) => ReturnType<typeof asking>,
): Promise<Row> {
  const { clock } = bench.rim;
  let from = Infinity;
  const bins = new Array<number>(100).fill(0);
  const asked = () => {
    const bin = Math.floor((clock.now() - from) / BIN_MS);
    if (bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] ?? 0) + 1;
  };
  const group = bench.group({ way: way(asked), size: VIEWERS });
  await bench.enter(group, 2_000);
  // Until all have been told of nothing new and are parked.
  await bench.wait(1_000);
  const source = bench.server.source({ keys: 1 });
  group.tally.measuring = true;
  for (let event = 0; event < EVENTS; event++) {
    bench.rim.progress(label, event / EVENTS);
    from = clock.now();
    await source.publish(1, from);
    await bench.wait(BETWEEN_MS);
  }
  return rowOf(label, { group, bins, delay: (await bench.server.target.stats()).loopDelayMs.max });
}

function rowOf(
  label: string,
  { group, bins, delay }: { group: Group; bins: readonly number[]; delay: number },
): Row {
  const spread = group.tally.latency.spread();
  const perEvent = bins.map((count) => count / EVENTS);
  return {
    label,
    bins: perEvent,
    peak: Math.max(...perEvent),
    lastMs: spread?.max ?? NaN,
    meanMs: spread?.mean ?? NaN,
    serverDelayMs: delay,
  };
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  const [plain, spread] = rows;
  const [high, low] = [plain?.peak ?? NaN, spread?.peak ?? NaN];
  return {
    verdicts: [
      {
        claim: '8: many clients and one event make all ask again at once, a short load spike',
        verdict: high > VIEWERS / 20 ? 'true' : 'partly',
        because: `${fixed(high, 0)} questions in the worst ${BIN_MS} ms, all within ${lengthMs(plain)} ms; asking again within ${JITTER_MS} ms at chance makes it ${fixed(low, 0)}`,
      },
    ],
    tables: [
      {
        title: `${VIEWERS} viewers, mean of ${EVENTS} events`,
        head: [
          'viewers',
          `peak questions in ${BIN_MS} ms`,
          'spike lasts ms',
          'mean ms',
          'last viewer ms',
          'server loop delay max ms',
        ],
        rows: rows.map((row) => [
          row.label,
          fixed(row.peak, 0),
          lengthMs(row),
          fixed(row.meanMs),
          fixed(row.lastMs, 0),
          fixed(row.serverDelayMs),
        ]),
      },
    ],
    plots: [
      {
        name: 'herd',
        title: `Questions after one event to ${VIEWERS} viewers`,
        x: 'ms from the event',
        y: `questions in ${BIN_MS} ms`,
        series: rows.slice(0, 2).map(({ label, bins }) => ({
          label,
          kind: 'line' as const,
          points: bins.slice(0, 50).map((count, i) => [i * BIN_MS, count] as const),
        })),
      },
    ],
    raw: { scale, rows },
  };
}

const lengthMs = (row: Row | undefined): string =>
  String(((row?.bins.findLastIndex((count) => count > 0) ?? -1) + 1) * BIN_MS);
