import type { Plot } from '@tickway/report';
import type { TransportName } from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { Bench, meanLatency } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 5;
const EVENTS_PER_SECOND = 5;
const MEASURE_MS = 20_000;
const INTERVAL_MS = 1_000;
const RTT_MS = 50;

type Kind = readonly [label: string, name: TransportName, keepAlive: boolean];

const kinds: readonly Kind[] = [
  ['polling, connection kept', 'polling', true],
  ['polling, connection closed', 'polling', false],
  ['long-polling, connection kept', 'long-polling', true],
  ['long-polling, connection closed', 'long-polling', false],
  ['streaming', 'streaming', true],
  ['websocket', 'websocket', true],
];

/** One kind of viewer. */
interface Row {
  readonly label: string;
  readonly connectionsPer100Events: number;
  readonly requestsPer100Events: number;
  readonly meanMs: number;
}

/** E-CONN: how many TCP connections it takes. */
export const connections: Experiment = {
  name: 'connections',
  title: 'E-CONN: TCP connections opened for a hundred events',
  claims: ['4', '9', '13', '15', '22'],
  prediction:
    'With kept connections no transport opens any. With connections closed after each answer every request opens one, and each costs a round trip more ' +
    '(TCP’s handshake; TLS would add one or two).',
  method: `${VIEWERS} viewers of each kind, ${EVENTS_PER_SECOND} events a second (Poisson), RTT ${RTT_MS} ms, polling every ${INTERVAL_MS} ms; connections counted by the viewers that open them.`,
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { address: entrance } = await bench.gateway({ rttMs: RTT_MS });
  const groups = kinds.map(([label, name, keepAlive]) => ({
    label,
    group: bench.group({ way: wayOf(name, { intervalMs: INTERVAL_MS, keepAlive }), size: VIEWERS, entrance }),
  }));
  for (const { group } of groups) await bench.enter(group, 300);
  const { source } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  const before = groups.map(({ group }) => group.crowd.counts());
  const published = source.published;
  const seconds = await bench.measure('connections', MEASURE_MS);
  const events = source.published - published;
  const rows = groups.map(({ label, group }, i): Row => {
    const counts = group.crowd.counts();
    const per100 = (now: number, then = 0) => ((now - then) / VIEWERS / events) * 100;
    return {
      label,
      connectionsPer100Events: per100(counts.connections, before[i]?.connections),
      requestsPer100Events: per100(counts.requests, before[i]?.requests),
      meanMs: meanLatency(group),
    };
  });
  return finding(rows, { seconds, events, scale: rim.scale });
}

function finding(rows: readonly Row[], run: Readonly<Record<string, number>>): Finding {
  const nothing = { connectionsPer100Events: NaN, requestsPer100Events: NaN, meanMs: NaN };
  const of = (label: string): Row => rows.find((row) => row.label === label) ?? { label, ...nothing };
  const [kept, closed] = [of('long-polling, connection kept'), of('long-polling, connection closed')];
  return {
    verdicts: [
      {
        claim: '4, 9, 13: with long polling, and HTTP at all, the connection ends with each answer',
        verdict: endsWithAnswers(kept),
        because: `a hundred events took ${fixed(kept.requestsPer100Events, 0)} requests and ${fixed(kept.connectionsPer100Events, 0)} new connections a viewer: the request ends, the connection stays`,
        becauseKo: `이벤트 백 건에 접속자당 요청 ${fixed(kept.requestsPer100Events, 0)}번, 새 연결 ${fixed(kept.connectionsPer100Events, 0)}개: 끝나는 것은 요청이고 연결은 남음`,
      },
      {
        claim: '15: Comet is inefficient because of TCP’s three-way handshakes',
        verdict:
          kept.connectionsPer100Events >= 1
            ? 'true'
            : closed.connectionsPer100Events > 10 && closed.meanMs > kept.meanMs
              ? 'partly'
              : 'false',
        because: `only with connections closed: then a hundred events took ${fixed(closed.connectionsPer100Events, 0)} connections and ${fixed(closed.meanMs)} ms in the mean; kept, ${fixed(kept.connectionsPer100Events, 0)} and ${fixed(kept.meanMs)} ms`,
        becauseKo: `연결을 끊을 때만 그러함. 끊으면 이벤트 백 건에 연결 ${fixed(closed.connectionsPer100Events, 0)}개와 평균 ${fixed(closed.meanMs)} ms, 유지하면 ${fixed(kept.connectionsPer100Events, 0)}개와 ${fixed(kept.meanMs)} ms`,
      },
    ],
    tables: [
      {
        title: 'For a hundred events, one viewer',
        head: ['viewer', 'connections', 'requests', 'mean latency ms'],
        rows: rows.map((row) => [
          row.label,
          fixed(row.connectionsPer100Events),
          fixed(row.requestsPer100Events),
          fixed(row.meanMs),
        ]),
      },
    ],
    plots: [connectionPlot(rows)],
    raw: { ...run, rows },
  };
}

/** Whether each answer takes its connection along. */
function endsWithAnswers({ connectionsPer100Events: opened, requestsPer100Events: asked }: Row) {
  if (opened === 0) return 'false';
  return opened >= 0.9 * asked ? 'true' : 'partly';
}

const connectionPlot = (rows: readonly Row[]): Plot => ({
  ...{ name: 'connections', title: 'Connections opened for a hundred events, one viewer' },
  ...{ x: '', y: 'connections', names: rows.map(({ label }) => label) },
  series: [
    {
      ...{ label: 'claimed: one an answer', kind: 'line' },
      points: rows.map((row, i) => [i, row.requestsPer100Events] as const),
    },
    {
      ...{ label: 'measured', kind: 'dots' },
      points: rows.map((row, i) => [i, row.connectionsPer100Events] as const),
    },
  ],
});
