import type { Plot, Series } from '@tickway/report';
import { measureStampede } from '../stampede/measure-stampede';
import { BIN_MS, plateauOf, type StampedeOptions } from '../stampede/stampede-options';
import type { StampedeFigures } from '../stampede/stampede-report';
import { partOf, type ClaimVerdict, type Experiment, type ExperimentRim, type Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 500;
const REPEATS = 5;
const JITTER_MS = 200;
/** How much of the time after the event is drawn, ms. */
const DRAWN_MS = 400;

type Kind = Pick<StampedeOptions, 'way' | 'event' | 'jitterMs'>;

const kinds: readonly Kind[] = [
  { way: 'long-polling', event: 'one-event', jitterMs: 0 },
  { way: 'long-polling', event: 'one-event', jitterMs: JITTER_MS },
  { way: 'websocket', event: 'one-event', jitterMs: 0 },
  { way: 'websocket', event: 'cut', jitterMs: 0 },
  { way: 'websocket', event: 'cut', jitterMs: JITTER_MS },
];

/** One kind of stampede and what came of it. */
interface Row extends Kind {
  readonly label: string;
  readonly figures: StampedeFigures;
}

/** E-HERD: one event to many parked long polls, and many sockets that come back at once. */
export const herd: Experiment = {
  name: 'herd',
  title: `E-HERD: one event, or one cut, and ${VIEWERS} viewers`,
  claims: ['8', '22'],
  prediction:
    `All ${VIEWERS} parked polls are answered by the one event and ask again at once; a spread of 0 to ${JITTER_MS} ms on asking again makes of the spike a plateau of ${plateauOf({ viewers: VIEWERS, jitterMs: JITTER_MS })} questions in ${BIN_MS} ms. ` +
    `WebSocket: no question at all, until the connections are cut: then ${VIEWERS} come back like the polls, and the same spread makes the same plateau.`,
  method:
    `${VIEWERS} viewers on loopback, ${REPEATS} times one event or one cut, each kind of viewers on a server of its own; requests counted by the viewers in bins of ${BIN_MS} ms ` +
    `from the event or the cut, after which an update is published that all wait for; a thread beside asks the server for its time every ${BIN_MS} ms: what it takes to answer is the lateness of its event loop as seen from outside, ` +
    'waiting for one of the machine’s processors included. Cut connections run through the gateway, in the viewers’ process.',
  run: async (rim) => {
    const repeats = Math.max(1, Math.round(REPEATS * rim.scale));
    const rows: Row[] = [];
    for (const [index, kind] of kinds.entries()) {
      const label = labelOf(kind);
      const part = partOf(rim, { index, count: kinds.length });
      const progress = (what: string, share: number) => part.progress(`${label}: ${what}`, share);
      const options = { ...kind, viewers: VIEWERS, repeats };
      rows.push({ ...kind, label, figures: await measureStampede({ ...part, progress }, options) });
    }
    return finding(rows, { rim, repeats });
  },
};

const labelOf = ({ way, event, jitterMs }: Kind) =>
  `${way}${event === 'cut' ? ', cut' : ''}${jitterMs > 0 ? `, within ${jitterMs} ms` : ''}`;

interface Run {
  readonly rim: ExperimentRim;
  readonly repeats: number;
}

function finding(rows: readonly Row[], { rim, repeats }: Run): Finding {
  return {
    verdicts: verdicts(rows),
    tables: [
      {
        title: `${VIEWERS} viewers, mean of ${repeats}`,
        head: [
          'viewers',
          `peak requests in ${BIN_MS} ms`,
          'requests last ms',
          'have it after, mean ms',
          'p99 ms',
          'last ms',
          'missing / doubled',
          'server answers, calm ms',
          'at worst ms',
          'generator busy',
        ],
        rows: rows.map(({ label, figures }) => [label, ...cells(figures)]),
      },
    ],
    plots: [
      plotOf('herd', `Questions after one event to ${VIEWERS} viewers`, rows.slice(0, 2)),
      plotOf('herd-cut', `Requests after ${VIEWERS} connections were cut`, rows.slice(3)),
      delayPlot(rows),
    ],
    raw: { scale: rim.scale, repeats, rows },
  };
}

const cells = (figures: StampedeFigures) => [
  fixed(figures.peak, 0),
  String(figures.spikeMs),
  fixed(figures.servedMs?.mean),
  fixed(figures.servedMs?.p99, 0),
  fixed(figures.servedMs?.max, 0),
  `${figures.missing} / ${figures.doubled}`,
  fixed(figures.calmDelayMs ?? NaN),
  fixed(figures.worstDelayMs ?? NaN),
  `${Math.round(figures.generatorBusy * 100)} %`,
];

function verdicts([polls, spreadPolls, sockets, cut, spreadCut]: readonly Row[]): readonly ClaimVerdict[] {
  const peak = (row: Row | undefined) => row?.figures.peak ?? NaN;
  const lasts = (row: Row | undefined) => row?.figures.spikeMs ?? NaN;
  return [
    {
      claim: '8: many clients and one event make all ask again at once, a short load spike',
      verdict: spikeVerdict(peak(polls)),
      because: `${fixed(peak(polls), 0)} questions in the worst ${BIN_MS} ms, all within ${lasts(polls)} ms; asking again within ${JITTER_MS} ms at chance makes it ${fixed(peak(spreadPolls), 0)}`,
      becauseKo: `가장 몰린 ${BIN_MS} ms에 질문 ${fixed(peak(polls), 0)}번, 전부 ${lasts(polls)} ms 안에 몰림. ${JITTER_MS} ms 안에서 임의로 흩어 다시 물으면 ${fixed(peak(spreadPolls), 0)}번`,
    },
    {
      claim: '22: one line saves the requests, and its price is the storm when all reconnect',
      verdict: peak(sockets) > 0 ? 'false' : peak(cut) > 2 * peak(spreadCut) ? 'true' : 'partly',
      because: `${fixed(peak(sockets), 0)} requests after an event over standing sockets; after a cut ${fixed(peak(cut), 0)} in the worst ${BIN_MS} ms, ${fixed(peak(spreadCut), 0)} when they come back within ${JITTER_MS} ms at chance`,
      becauseKo: `열려 있는 소켓에서는 이벤트 뒤 요청 ${fixed(peak(sockets), 0)}번. 모두 끊기면 가장 몰린 ${BIN_MS} ms에 ${fixed(peak(cut), 0)}번, ${JITTER_MS} ms 안에서 흩어 돌아오면 ${fixed(peak(spreadCut), 0)}번`,
    },
  ];
}

/** A spike is well above what the same questions are when spread; no spike, not above it. */
function spikeVerdict(peak: number): ClaimVerdict['verdict'] {
  const plateau = plateauOf({ viewers: VIEWERS, jitterMs: JITTER_MS });
  if (peak > 2 * plateau) return 'true';
  return peak > plateau ? 'partly' : 'false';
}

const DRAWN = DRAWN_MS / BIN_MS;

function plotOf(name: string, title: string, rows: readonly Row[]): Plot {
  const plateau = plateauOf({ viewers: VIEWERS, jitterMs: JITTER_MS });
  const formula: Series = {
    label: `formula, within ${JITTER_MS} ms`,
    kind: 'line',
    group: rows.at(-1)?.label ?? '',
    points: [
      [0, plateau],
      [JITTER_MS, plateau],
    ],
  };
  const measured = rows.map(({ label, figures }): Series => ({
    label,
    kind: 'dots',
    group: label,
    points: figures.requests.slice(0, DRAWN).map((count, i) => [(i + 0.5) * BIN_MS, count] as const),
  }));
  return {
    name,
    title,
    x: 'ms from the event',
    y: `requests in ${BIN_MS} ms`,
    series: [formula, ...measured],
  };
}

function delayPlot(rows: readonly Row[]): Plot {
  const series = rows.map(({ label, figures }): Series => ({
    label,
    kind: 'dots',
    points: figures.delayMs
      .slice(0, DRAWN)
      .flatMap((ms, i) => (ms === null ? [] : [[(i + 0.5) * BIN_MS, ms] as const])),
  }));
  const texts = { x: 'asked, ms from the event', y: 'answered after, ms' };
  return { name: 'herd-delay', title: 'How late the server’s event loop is', ...texts, series };
}
