import type { TransportName } from '@tickway/protocol';
import type { Series } from '@tickway/report';
import { wayOf } from '../viewer/ways';
import { Bench, meanLatency, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const RTTS = [20, 100, 180, 300, 400] as const;
const NAMES = ['websocket', 'long-polling', 'polling'] as const satisfies readonly TransportName[];
const PER_SECOND = 4;
const PERIOD_MS = 1_000 / PER_SECOND;
const INTERVAL_MS = 1_000;
const VIEWERS = 4;
const MEASURE_MS = 40_000;
/** Level: not further apart than this share of the period. */
const LEVEL = 0.1;

type Name = (typeof NAMES)[number];

/** What three transports took at one round trip, ms in the mean. */
interface Row {
  readonly rttMs: number;
  readonly predicted: Readonly<Record<Name, number>>;
  readonly measured: Readonly<Record<Name, number>>;
}

/** d-3: when long polling is as good as WebSocket for a source that speaks evenly. */
export const steady: Experiment = {
  name: 'steady',
  title: `d-3: a source that speaks ${PER_SECOND} times a second, near and far`,
  claims: ['d-3', '7', '16'],
  prediction:
    `d = RTT/2. WebSocket: d. Long polling asks again g = 2d after an answer was sent: as long as that is less than the period of ${PERIOD_MS} ms a question is always waiting, so d too; beyond it none is, and an event waits g/2 in the mean: d + g/2. ` +
    'Polling, waiting Δ after each answer: Δ/2 + 2d.',
  method:
    `After Pimentel and Nickerson (2012), whose table could not be had: ${PER_SECOND} even events a second, ${VIEWERS} viewers of each transport at each round trip, each round trip through a gateway of its own, all at once on one server; Δ = ${INTERVAL_MS} ms. ` +
    'Latency is from the hub’s commit to arrival, both read from one clock.',
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const groups = new Map<string, Group>();
  for (const rttMs of RTTS) {
    const { address: entrance } = await bench.gateway({ rttMs });
    for (const name of NAMES) {
      const way = wayOf(name, { intervalMs: INTERVAL_MS });
      const group = bench.group({ way, size: VIEWERS, entrance });
      groups.set(`${name} ${rttMs}`, group);
      await bench.enter(group, INTERVAL_MS);
    }
  }
  bench.speak({ perSecond: PER_SECOND, rhythm: 'even' });
  await bench.measure('steady', MEASURE_MS);
  const mean = (name: Name, rttMs: number) => {
    const group = groups.get(`${name} ${rttMs}`);
    return group ? meanLatency(group) : NaN;
  };
  const rows = RTTS.map((rttMs) => ({
    rttMs,
    predicted: predicted(rttMs),
    measured: each((name) => mean(name, rttMs)),
  }));
  return finding(rows, rim);
}

function predicted(rttMs: number): Row['predicted'] {
  const d = rttMs / 2;
  const gap = 2 * d;
  return {
    websocket: d,
    'long-polling': gap < PERIOD_MS ? d : d + gap / 2,
    polling: INTERVAL_MS / 2 + 2 * d,
  };
}

const each = (figure: (name: Name) => number): Row['measured'] => ({
  websocket: figure('websocket'),
  'long-polling': figure('long-polling'),
  polling: figure('polling'),
});

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [level(rows)],
    tables: [
      {
        title: 'Mean latency, ms',
        head: ['RTT ms', ...NAMES.flatMap((name) => [`${name}, predicted`, 'measured'])],
        rows: rows.map(({ rttMs, predicted: told, measured }) => [
          String(rttMs),
          ...NAMES.flatMap((name) => [fixed(told[name], 0), fixed(measured[name])]),
        ]),
      },
    ],
    plots: [
      {
        name: 'steady',
        title: `${PER_SECOND} even events a second: mean latency`,
        x: 'round trip, ms',
        y: 'mean latency, ms',
        series: NAMES.flatMap((name) => [series(rows, name, 'predicted'), series(rows, name, 'measured')]),
      },
    ],
    raw: { scale, rows },
  };
}

const series = (rows: readonly Row[], name: Name, which: 'predicted' | 'measured'): Series => ({
  label: `${name}, ${which}`,
  kind: which === 'predicted' ? 'line' : 'dots',
  points: rows.map((row) => [row.rttMs, row[which][name]]),
  group: name,
});

function level(rows: readonly Row[]): ClaimVerdict {
  const behindMs = ({ measured }: Row) => measured['long-polling'] - measured.websocket;
  const near = rows.filter(({ rttMs }) => rttMs < PERIOD_MS);
  const far = rows.filter(({ rttMs }) => rttMs > PERIOD_MS);
  const isLevel = (row: Row) => behindMs(row) < LEVEL * PERIOD_MS;
  const holds = near.every(isLevel) && !far.some(isLevel);
  const told = rows.map((row) => `${fixed(behindMs(row), 0)} ms behind at RTT ${row.rttMs}`);
  return {
    claim:
      'd-3: long polling equals WebSocket while a round trip is shorter than the source’s period, then falls behind',
    verdict: holds ? 'true' : 'false',
    because: `long polling was ${told.join(', ')}; the period is ${PERIOD_MS} ms`,
    becauseKo: `롱폴링이 뒤진 시간: ${rows.map((row) => `왕복 ${row.rttMs} ms에서 ${fixed(behindMs(row), 0)} ms`).join(', ')}. 주기는 ${PERIOD_MS} ms`,
  };
}
