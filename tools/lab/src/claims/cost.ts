import type { Plot } from '@tickway/report';
import { parseTopic, transportNames } from '@tickway/protocol';
import { loadHead, loadRows } from '../load/load-table';
import type { LoadOptions } from '../load/load-options';
import type { LoadReport } from '../load/load-report';
import { runLoad } from '../load/run-load';
import { LAB_TOPIC } from '../source/outside-source';
import type { ClaimVerdict, Experiment, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 200;
const RATE = 1_000;
const SECONDS = 15;

/** E-CPU: what a delivered update costs on each transport, under a known load. */
export const cost: Experiment = {
  name: 'cost',
  title: 'E-CPU: what a delivered update costs the server',
  claims: ['2', '6'],
  prediction:
    'A write costs the same whatever is in it, so the transports that push differ little, and those that ask pay for a request each time.',
  method:
    `npm run lab -- load --rate=${RATE} --viewers=${VIEWERS} --seconds=${SECONDS}: each transport alone on a fresh server, ten batches a second of ${RATE / 10} updates over 100 keys, delivered each; server CPU (all threads, by the ` +
    'kernel) beyond what it needs with no viewer.',
  run: async ({ seed, scale, clock, signal, progress }) => {
    const options: LoadOptions = {
      transports: transportNames,
      viewers: VIEWERS,
      seconds: Math.max(1, SECONDS * scale),
      rampSeconds: 1,
      intervalMs: 1_000,
      topics: [parseTopic(LAB_TOPIC)],
      rate: RATE,
      seed,
    };
    return finding(await runLoad(options, { clock, signal, command: 'npm run lab -- claims', progress }));
  },
};

function finding(report: LoadReport): Finding {
  const cpu = (name: string) => report.transports[name]?.serverCpuUsPerUpdate ?? NaN;
  const [socket, stream, poll] = [cpu('websocket'), cpu('streaming'), cpu('polling')];
  return {
    verdicts: [
      {
        claim: '2: HTTP’s repeated requests load the server',
        verdict: loadVerdict([poll, cpu('long-polling')], socket),
        because: `${fixed(poll, 2)} µs of server CPU an update polled once a second (a thousand updates an answer), ${fixed(cpu('long-polling'), 2)} µs by long polling, ${fixed(stream, 2)} µs by a stream and ${fixed(socket, 2)} µs by WebSocket, at ${RATE} updates a second`,
        becauseKo: `초당 갱신 ${RATE}건에서 갱신당 서버 CPU가 1초 폴링 ${fixed(poll, 2)} µs(응답 하나에 갱신 천 건), 롱 폴링 ${fixed(cpu('long-polling'), 2)} µs, 스트리밍 ${fixed(stream, 2)} µs, WebSocket ${fixed(socket, 2)} µs`,
      },
    ],
    tables: [
      { title: `${VIEWERS} viewers, ${RATE} updates a second`, head: loadHead, rows: loadRows(report) },
    ],
    plots: [costPlot(report)],
    raw: report,
  };
}

/** Whether those that ask cost more than WebSocket. */
function loadVerdict(asked: readonly number[], socket: number): ClaimVerdict['verdict'] {
  // Differences of two readings: on a busy machine they may come out below nothing, or not at all.
  if (![...asked, socket].every((us) => us > 0)) return 'not settled';
  const dearer = asked.filter((us) => us > socket).length;
  return dearer === asked.length ? 'true' : dearer > 0 ? 'partly' : 'false';
}

const costPlot = ({ transports }: LoadReport): Plot => ({
  ...{ name: 'cost', title: `Server CPU an update, ${VIEWERS} viewers, ${RATE} updates/s` },
  ...{ x: '', y: 'µs', names: Object.keys(transports) },
  series: [
    {
      ...{ label: 'measured', kind: 'dots' },
      points: Object.values(transports).flatMap(({ serverCpuUsPerUpdate }, i) =>
        serverCpuUsPerUpdate === null ? [] : [[i, serverCpuUsPerUpdate] as const],
      ),
    },
  ],
});
