import type { Plot } from '@tickway/report';
import { longPollingLatency } from '../formulas/long-polling-latency';
import { pollingLatency } from '../formulas/polling-latency';
import { streamingLatency } from '../formulas/streaming-latency';
import type { Spread } from '../ledger/histogram';
import { wayOf } from '../viewer/ways';
import type { TransportName } from '@tickway/protocol';
import { Bench, meanLatency, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { deviation, fixed, percent } from './ratio';

const RTTS = [20, 100, 250] as const;
const NAMES = [
  'polling',
  'long-polling',
  'streaming',
  'websocket',
] as const satisfies readonly TransportName[];
const INTERVAL_MS = 1_000;
const EVENTS_PER_SECOND = 5;
const VIEWERS = 4;
const MEASURE_MS = 90_000;
/** What counts as agreement. */
const NEAR = 0.1;

type Name = (typeof NAMES)[number];

interface Times {
  readonly meanMs: number;
  readonly maxMs: number;
}

/** One transport at one round trip. */
interface Row {
  readonly name: Name;
  readonly rttMs: number;
  /** From an answer's arrival to the next question's leaving, mean, ms; absent where nothing is asked. */
  readonly turnaroundMs?: number;
  /** With d = RTT/2. */
  readonly predicted: Times;
  /** With d as the stream beside it took: this machine's own delays are in it. */
  readonly withControl: Times;
  readonly measured: Spread;
  readonly samples: number;
}

/** E-LAT: latency of four transports at three round trips against the formulas of RFC 6202's reasoning. */
export const latency: Experiment = {
  name: 'latency',
  title: 'E-LAT: how late an event arrives',
  claims: ['1', '7', '10', '16', 'd-2'],
  prediction:
    'd = RTT/2. Polling, waiting Δ after each answer: mean Δ/2 + 2d, max Δ + 3d. Long polling, c from an answer’s arrival to the next question’s leaving, gap g = 2d + c: ' +
    'mean d + [λg/(λg + e^(−λg))]·g/2, max d + g. Streaming and WebSocket: d.',
  method:
    `${VIEWERS} viewers of each transport at each round trip, all at the same time on one server, each round trip through a gateway of its own that brings bytes RTT/2 after they came, ` +
    `to some hundredths of a millisecond. Each of the ${VIEWERS} has a topic of its own with Poisson events over the ingest, λ = ${EVENTS_PER_SECOND}/s, so that its waits are independent of the others’ and it ` +
    `shares an event with one viewer of each other transport only. Δ = ${INTERVAL_MS} ms; c is measured. Latency is from the hub's commit to arrival, ` +
    'before the frame is read, both by one clock in whole milliseconds, which leaves the mean without bias. The stream beside the polls is the control: what it takes beyond d is this machine’s own delay, and the formulas are ' +
    'evaluated a second time with the d that the stream shows.',
  run: (rim) => Bench.with(rim, { topics: TOPICS }, (bench) => measure(bench, rim)),
};

const topicOf = (rttMs: number, viewer: number) => `lab-${rttMs}-${viewer}`;

const TOPICS = RTTS.flatMap((rttMs) =>
  Array.from({ length: VIEWERS }, (_, viewer) => topicOf(rttMs, viewer)),
);

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const groups: { name: Name; rttMs: number; group: Group }[] = [];
  for (const rttMs of RTTS) {
    const { address } = await bench.gateway({ rttMs });
    for (const name of NAMES) {
      const way = wayOf(name, { intervalMs: INTERVAL_MS });
      const topic = (viewer: number) => topicOf(rttMs, viewer);
      groups.push({ name, rttMs, group: bench.group({ way, size: VIEWERS, entrance: address, topic }) });
    }
  }
  for (const { group } of groups) await bench.enter(group, INTERVAL_MS);
  for (const topic of TOPICS) bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson', topic });
  const seconds = await bench.measure('latency', MEASURE_MS);
  const rows = groups.map(({ name, rttMs, group }) => {
    const control = groups.find((one) => one.name === 'streaming' && one.rttMs === rttMs)?.group ?? group;
    return row(name, rttMs, { group, control });
  });
  return finding(rows, { seconds, scale: rim.scale });
}

function row(name: Name, rttMs: number, { group, control }: { group: Group; control: Group }): Row {
  const { tally } = group;
  const measured = tally.latency.spread();
  if (!measured) throw new Error(`nothing arrived by ${name} at ${rttMs} ms`);
  const turnaroundMs = tally.turnaround.spread()?.mean;
  return {
    ...{ name, rttMs, measured, samples: tally.latency.count },
    ...(turnaroundMs !== undefined && { turnaroundMs }),
    predicted: predict(name, rttMs / 2, turnaroundMs),
    withControl: predict(name, meanLatency(control), turnaroundMs),
  };
}

function predict(name: Name, transitMs: number, turnaroundMs = 0): Times {
  const eventsPerSecond = EVENTS_PER_SECOND;
  switch (name) {
    case 'polling':
      return pollingLatency({ transitMs, intervalMs: INTERVAL_MS, eventsPerSecond, pace: 'after-answer' });
    case 'long-polling':
      return longPollingLatency({ transitMs, turnaroundMs, eventsPerSecond });
    case 'streaming':
    case 'websocket':
      return streamingLatency(transitMs);
  }
}

function finding(rows: readonly Row[], run: { readonly seconds: number; readonly scale: number }): Finding {
  return {
    verdicts: [waits(rows), formulas(rows), worst(rows), mostTimely(rows)],
    tables: [
      {
        title: 'From commit to arrival, ms',
        head: [
          'transport',
          'RTT',
          'answer to question',
          'mean predicted',
          'mean',
          'off',
          'predicted with the control’s d',
          'off',
          'max predicted',
          'max',
          'p50',
          'p95',
          'p99',
          'samples',
        ],
        rows: rows.map(cells),
      },
    ],
    plots: [latencyPlot(rows)],
    raw: { ...run, rows },
  };
}

const latencyPlot = (rows: readonly Row[]): Plot => ({
  name: 'latency',
  title: 'Mean latency: predicted (line), measured (dots)',
  x: 'RTT, ms',
  y: 'ms',
  series: NAMES.slice(0, 3).flatMap((name) => {
    const own = rows.filter((one) => one.name === name);
    return [
      {
        label: `${name}, formula`,
        kind: 'line' as const,
        group: name,
        points: own.map((one) => [one.rttMs, one.predicted.meanMs] as const),
      },
      {
        label: `${name}, measured`,
        kind: 'dots' as const,
        group: name,
        points: own.map((one) => [one.rttMs, one.measured.mean] as const),
      },
    ];
  }),
});

const cells = ({ name, rttMs, turnaroundMs, predicted, withControl, measured, samples }: Row) => [
  name,
  String(rttMs),
  turnaroundMs === undefined ? '–' : fixed(turnaroundMs, 2),
  fixed(predicted.meanMs),
  fixed(measured.mean),
  percent(deviation(measured.mean, predicted.meanMs)),
  fixed(withControl.meanMs),
  percent(deviation(measured.mean, withControl.meanMs)),
  fixed(predicted.maxMs, 0),
  fixed(measured.max, 0),
  fixed(measured.p50, 0),
  fixed(measured.p95, 0),
  fixed(measured.p99, 0),
  String(samples),
];

/** Whether an update waits for the next question, as the interval says. */
function waits(rows: readonly Row[]): ClaimVerdict {
  const polled = rows.filter(({ name }) => name === 'polling');
  const near = polled.filter(
    ({ measured, withControl }) => Math.abs(deviation(measured.mean, withControl.meanMs)) <= NEAR,
  );
  const each = (say: (row: Row) => string) => polled.map(say).join('; ');
  return {
    claim: '1: polled every n seconds, an update waits half of it in the mean and all of it at worst',
    verdict: near.length === polled.length ? 'true' : near.length > 0 ? 'partly' : 'false',
    because: `every ${INTERVAL_MS} ms, ${each((row) => `at RTT ${row.rttMs} ms it came after ${fixed(row.measured.mean, 0)} ms in the mean (formula ${fixed(row.withControl.meanMs, 0)}) and ${fixed(row.measured.max, 0)} at worst (formula ${fixed(row.predicted.maxMs, 0)})`)}`,
    becauseKo: `${INTERVAL_MS} ms마다 물을 때 ${each((row) => `왕복 ${row.rttMs} ms에서 평균 ${fixed(row.measured.mean, 0)} ms(공식 ${fixed(row.withControl.meanMs, 0)}), 최대 ${fixed(row.measured.max, 0)} ms(공식 ${fixed(row.predicted.maxMs, 0)})`)}`,
  };
}

/** Whether the means of both polling kinds lie within a tenth of the formulas. */
function formulas(rows: readonly Row[]): ClaimVerdict {
  const asking = rows.filter(({ name }) => name === 'polling' || name === 'long-polling');
  const off = asking.map(({ measured, predicted }) => deviation(measured.mean, predicted.meanMs));
  const control = asking.map(({ measured, withControl }) => deviation(measured.mean, withControl.meanMs));
  const near = (shares: readonly number[]) => shares.filter((share) => Math.abs(share) <= NEAR).length;
  const each = asking.map(({ name, rttMs }, i) => ({ name, rttMs, off: percent(off[i]) }));
  const turnarounds = rows.flatMap(({ name, turnaroundMs }) =>
    name === 'long-polling' ? [fixed(turnaroundMs, 2)] : [],
  );
  return {
    claim: 'd-2: the formulas predict polling and long polling',
    verdict: near(off) === off.length ? 'true' : near(off) > 0 ? 'partly' : 'false',
    because:
      `with d = RTT/2, ${near(off)} of ${off.length} means are within 10 % ` +
      `(${each.map((one) => `${one.name} at ${one.rttMs} ms ${one.off}`).join(', ')}), c being ${turnarounds.join(', ')} ms; ` +
      `with the transit that the stream beside them showed, ${near(control)} of ${control.length} (${control.map((share) => percent(share)).join(', ')}): the difference is this machine’s own delay`,
    becauseKo:
      `왕복의 절반을 d로 계산하면 평균 ${off.length}개 중 ${near(off)}개가 10 % 안(${each.map((one) => `${one.name} ${one.rttMs} ms ${one.off}`).join(', ')}), c는 ${turnarounds.join(', ')} ms. ` +
      `옆의 스트림이 보인 편도로 계산하면 ${near(control)}개(${control.map((share) => percent(share)).join(', ')}). 차이는 이 컴퓨터 자체의 지연`,
  };
}

/** Whether the worst cases lie within a tenth of the formulas: one hiccup of the machine is enough to break that. */
function worst(rows: readonly Row[]): ClaimVerdict {
  const asking = rows.filter(({ name }) => name === 'polling' || name === 'long-polling');
  const off = asking.map(({ measured, predicted }) => deviation(measured.max, predicted.maxMs));
  const near = off.filter((share) => Math.abs(share) <= NEAR).length;
  return {
    claim: 'd-2: the formulas predict the worst case',
    verdict: near === off.length ? 'true' : near > 0 ? 'partly' : 'false',
    because: `${near} of ${off.length} maxima are within 10 % (${asking.map((one, i) => `${one.name} at ${one.rttMs} ms ${fixed(one.measured.max, 0)} for ${fixed(one.predicted.maxMs, 0)} ms, ${percent(off[i])}`).join('; ')}); one hiccup of the machine makes a maximum`,
    becauseKo: `최대 ${off.length}개 중 ${near}개가 10 % 안(${asking.map((one, i) => `${one.name} ${one.rttMs} ms: 공식 ${fixed(one.predicted.maxMs, 0)}, 측정 ${fixed(one.measured.max, 0)} ms, ${percent(off[i])}`).join('; ')}). 컴퓨터가 한 번 멈칫하면 최대가 됨`,
  };
}

/** Whether only WebSocket is real-time: a stream must be as early. */
function mostTimely(rows: readonly Row[]): ClaimVerdict {
  const pairs = RTTS.map((rtt) => {
    const mean = (name: Name) =>
      rows.find((one) => one.name === name && one.rttMs === rtt)?.measured.mean ?? NaN;
    return { rtt, stream: mean('streaming'), socket: mean('websocket') };
  });
  const equal = pairs.every(({ stream, socket }) => Math.abs(stream - socket) <= Math.max(2, socket * NEAR));
  return {
    claim: '16: only WebSocket gives real-time networking',
    verdict: equal ? 'false' : 'not settled',
    because: pairs
      .map(
        ({ rtt, stream, socket }) =>
          `at RTT ${rtt} ms a stream took ${fixed(stream)} ms, WebSocket ${fixed(socket)} ms`,
      )
      .join('; '),
    becauseKo: pairs
      .map(
        ({ rtt, stream, socket }) =>
          `왕복 ${rtt} ms에서 스트리밍 ${fixed(stream)} ms, WebSocket ${fixed(socket)} ms`,
      )
      .join('; '),
  };
}
