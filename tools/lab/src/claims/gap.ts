import type { Plot, Series } from '@tickway/report';
import { longPollingLatency, type Prediction } from '../formulas/long-polling-latency';
import { wayOf } from '../viewer/ways';
import { Bench, meanLatency, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { deviation, fixed, percent } from './ratio';

const RATES = [0.2, 1, 5, 20, 100] as const;
const RTT_MS = 100;
const VIEWERS = 4;
const MEASURE_MS = 120_000;
const NEAR = 0.1;

/** One event rate. */
interface Row {
  readonly perSecond: number;
  readonly events: number;
  /** With d = RTT/2. */
  readonly predicted: Prediction;
  /** With d as the WebSocket beside it took: this machine's own delays are in it. */
  readonly withControl: Prediction;
  readonly meanMs: number;
  readonly maxMs: number;
  readonly requestsPerSecond: number;
  readonly batch: number;
  readonly socketMeanMs: number;
}

/** E-GAP: what long polling's gap between two questions costs as events become frequent. */
export const gap: Experiment = {
  name: 'gap',
  title: 'E-GAP: long polling from rare to frequent events',
  claims: ['5', '6', '7', 'd-2'],
  prediction:
    'g = RTT. Mean d + [λg/(λg + p0)]·g/2 saturates at d + g/2 = RTT; requests/s = 1/(g + p0/λ) saturate at 1/g; batch = λg + p0. ' +
    'So long polling never becomes polling: its latency stays near two transits while batches grow.',
  method:
    `Poisson events on five topics at once, λ = ${RATES.join(', ')}/s; on each ${VIEWERS} long-polling and ${VIEWERS} WebSocket viewers (the control) through one gateway with ` +
    `RTT ${RTT_MS} ms.`,
  run: (rim) => Bench.with(rim, { topics: RATES.map(topicOf) }, (bench) => measure(bench, rim)),
};

const topicOf = (_: number, index: number) => `lab-${index}`;

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { address: entrance } = await bench.gateway({ rttMs: RTT_MS });
  const groups = RATES.map((perSecond, index) => {
    const of = (name: 'long-polling' | 'websocket') =>
      bench.group({
        way: wayOf(name, { intervalMs: 0 }),
        size: VIEWERS,
        entrance,
        topic: topicOf(perSecond, index),
      });
    return {
      perSecond,
      topic: topicOf(perSecond, index),
      polls: of('long-polling'),
      sockets: of('websocket'),
    };
  });
  for (const { polls, sockets } of groups)
    for (const group of [polls, sockets]) await bench.enter(group, 200);
  const sources = groups.map(
    ({ perSecond, topic }) => bench.speak({ perSecond, rhythm: 'poisson', topic }).source,
  );
  const before = groups.map(
    ({ polls }, i) => [polls.crowd.counts().requests, sources[i]?.published ?? 0] as const,
  );
  const seconds = await bench.measure('gap', MEASURE_MS);
  const rows = groups.map(({ perSecond, polls, sockets }, i): Row => {
    const [requests = 0, published = 0] = before[i] ?? [];
    return {
      ...rowOf(perSecond, polls, sockets),
      events: (sources[i]?.published ?? 0) - published,
      requestsPerSecond: (polls.crowd.counts().requests - requests) / seconds / VIEWERS,
    };
  });
  return finding(rows, { seconds, scale: rim.scale });
}

function rowOf(perSecond: number, polls: Group, sockets: Group) {
  const polled = polls.tally.latency.spread();
  const predict = (transitMs: number) =>
    longPollingLatency({ transitMs, turnaroundMs: 0, eventsPerSecond: perSecond });
  return {
    perSecond,
    predicted: predict(RTT_MS / 2),
    withControl: predict(meanLatency(sockets)),
    meanMs: polled?.mean ?? NaN,
    maxMs: polled?.max ?? NaN,
    batch: polls.tally.delivered / polls.tally.frames,
    socketMeanMs: meanLatency(sockets),
  };
}

function finding(rows: readonly Row[], run: { readonly seconds: number; readonly scale: number }): Finding {
  const off = rows.map(({ meanMs, withControl }) => deviation(meanMs, withControl.meanMs));
  const near = off.filter((share) => Math.abs(share) <= NEAR).length;
  return {
    verdicts: [
      {
        claim: 'd-2: the long-polling formula holds from rare to frequent events',
        verdict: near === rows.length ? 'true' : near > 0 ? 'partly' : 'false',
        because: `with the transit that the WebSocket beside it showed, ${near} of ${rows.length} means are within 10 %: ${rows.map((row, i) => `λ ${row.perSecond}: ${percent(off[i])}`).join(', ')}`,
        becauseKo: `옆의 WebSocket이 보인 편도로 계산하면 평균 ${rows.length}개 중 ${near}개가 10 % 안: ${rows.map((row, i) => `λ ${row.perSecond}: ${percent(off[i])}`).join(', ')}`,
      },
      asksAtOnce(rows),
      lighter(rows),
      frequent(rows),
    ],
    tables: [
      {
        title: `Long polling at RTT ${RTT_MS} ms, one viewer`,
        head: [
          'events/s',
          'mean predicted',
          'with the control’s d',
          'mean ms',
          'off',
          'max ms',
          'requests/s predicted',
          'requests/s',
          'batch predicted',
          'batch',
          'WebSocket mean ms',
          'events',
        ],
        rows: rows.map((row, i) => cells(row, off[i] ?? NaN)),
      },
    ],
    plots: [
      plotOf({ name: 'gap-latency', title: 'Mean latency of long polling', y: 'ms' }, rows, {
        formula: ({ predicted }) => predicted.meanMs,
        measured: ({ meanMs }) => meanMs,
      }),
      plotOf({ name: 'gap-requests', title: 'Requests a second of one viewer', y: '1/s' }, rows, {
        formula: ({ predicted }) => predicted.requestsPerSecond,
        measured: ({ requestsPerSecond }) => requestsPerSecond,
      }),
    ],
    raw: { ...run, rows },
  };
}

/** Polling once a second at this round trip. */
const POLLING_MEAN_MS = 500 + RTT_MS;
const POLLS_PER_SECOND = 1_000 / (1_000 + RTT_MS);

/** What was measured at the highest rate of events. */
function fastest(rows: readonly Row[]): Row {
  const last = rows.at(-1);
  if (last) return last;
  throw new Error('nothing was measured');
}

/** Whether nothing but two transits lies between an answer and the next question. */
function asksAtOnce(rows: readonly Row[]): ClaimVerdict {
  const { perSecond, requestsPerSecond: asked, withControl } = fastest(rows);
  const expected = withControl.requestsPerSecond;
  return {
    claim: '5: after an answer the client asks again at once',
    verdict:
      Math.abs(deviation(asked, expected)) <= NEAR ? 'true' : asked > expected / 2 ? 'partly' : 'false',
    because: `at ${perSecond} events/s a viewer asks ${fixed(asked)} times a second, where nothing but two transits, as the WebSocket beside it shows them, between an answer and the next question makes ${fixed(expected)}`,
    becauseKo: `초당 이벤트 ${perSecond}건에서 접속자 하나가 초당 ${fixed(asked)}번 물음. 답과 다음 질문 사이에 (옆의 WebSocket이 보인) 편도 두 번뿐이면 ${fixed(expected)}번`,
  };
}

/** Whether it asks less often than polling once a second. */
function lighter(rows: readonly Row[]): ClaimVerdict {
  const fewer = rows.filter(({ requestsPerSecond }) => requestsPerSecond < POLLS_PER_SECOND);
  const rates = rows
    .map((row) => `${fixed(row.requestsPerSecond, 2)} at ${row.perSecond} events/s`)
    .join(', ');
  return {
    claim: '6: long polling burdens the server less than polling',
    verdict: fewer.length === rows.length ? 'true' : fewer.length > 0 ? 'partly' : 'false',
    because: `requests a second of one viewer: ${rates}; polling once a second makes ${fixed(POLLS_PER_SECOND, 2)} at any rate`,
    becauseKo: `접속자 하나의 초당 요청: ${rows.map((row) => `이벤트 ${row.perSecond}/초에 ${fixed(row.requestsPerSecond, 2)}`).join(', ')}. 1초 폴링은 언제나 ${fixed(POLLS_PER_SECOND, 2)}`,
  };
}

/** Whether frequent events make it polling: as often asked and as late. */
function frequent(rows: readonly Row[]): ClaimVerdict {
  const { perSecond, requestsPerSecond: asked, meanMs: late, batch } = fastest(rows);
  const [asOften, asLate] = [asked >= POLLS_PER_SECOND, late >= POLLING_MEAN_MS];
  return {
    claim: '7: with frequent events long polling is no better than polling',
    verdict: asOften && asLate ? 'true' : asOften || asLate ? 'partly' : 'false',
    because: `at ${perSecond} events/s it makes ${fixed(asked)} requests/s a viewer, but is ${fixed(late, 0)} ms late in the mean (polling every second at this RTT: ${POLLING_MEAN_MS} ms) and carries ${fixed(batch)} events an answer`,
    becauseKo: `초당 이벤트 ${perSecond}건에서 접속자당 초당 ${fixed(asked)}번 요청하지만 평균 지연은 ${fixed(late, 0)} ms(같은 왕복에서 1초 폴링은 ${POLLING_MEAN_MS} ms)이고 응답 하나에 이벤트 ${fixed(batch)}건을 실음`,
  };
}

const cells = (row: Row, off: number) => [
  String(row.perSecond),
  fixed(row.predicted.meanMs),
  fixed(row.withControl.meanMs),
  fixed(row.meanMs),
  percent(off),
  fixed(row.maxMs, 0),
  fixed(row.predicted.requestsPerSecond, 2),
  fixed(row.requestsPerSecond, 2),
  fixed(row.predicted.batch, 2),
  fixed(row.batch, 2),
  fixed(row.socketMeanMs),
  String(row.events),
];

interface Sides {
  readonly formula: (row: Row) => number;
  readonly measured: (row: Row) => number;
}

function plotOf(
  texts: Pick<Plot, 'name' | 'title' | 'y'>,
  rows: readonly Row[],
  { formula, measured }: Sides,
): Plot {
  const series = (label: string, kind: Series['kind'], of: (row: Row) => number): Series => ({
    label,
    kind,
    points: rows.map((row) => [row.perSecond, of(row)] as const),
  });
  return {
    ...texts,
    x: 'events/s',
    scale: 'logarithmic',
    series: [series('formula', 'line', formula), series('measured', 'dots', measured)],
  };
}
