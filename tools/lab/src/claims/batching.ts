import type { Plot, Series } from '@tickway/report';
import { performance } from 'node:perf_hooks';
import type { OutsideSource } from '../source/outside-source';
import { asking } from '../viewer/asking';
import type { Way } from '../viewer/viewer';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import { partOf, type ClaimVerdict, type Experiment, type ExperimentRim, type Finding } from './experiment';
import { fixed } from './ratio';
import { spend, type Spent } from './spend';

const VIEWERS = 100;
const MEASURE_MS = 7_000;
const ALONE_MS = 5_000;
/** So that the source does not wait for the server's answer to the update before. */
const SOCKETS = 8;
const RATES = [50, 200, 500] as const;
/** Of each socket, ms. */
const WINDOWS = [0, 10, 50] as const;
/** From an answer to the next question as the server sees it: the round trip of a viewer so far away, ms. */
const DISTANCES = [0, 20, 100] as const;
const WARM_MS = 2_000;
const SETTLE_MS = 1_000;
const ENTER_MS = 500;
/** A row whose source or viewers are further off the asked rate does not count: behind, or catching up with what is late. */
const OFF = 0.1;
/** Above this the lab itself reads late, and what is late comes together: such a row does not count either. */
const BUSY = 0.95;

/** Who carries the updates, and what lets them come together. */
interface Line {
  readonly name: 'websocket' | 'long-polling';
  /** The coalescing window of a socket, or the time between an answer and the next question, ms. */
  readonly ms: number;
}

const LINES: readonly Line[] = [
  ...WINDOWS.map((ms) => ({ name: 'websocket', ms }) as const),
  ...DISTANCES.map((ms) => ({ name: 'long-polling', ms }) as const),
];

/** One line at one rate. */
interface Row extends Line {
  readonly perSecond: number;
  /** Share of the asked rate that the source really reached, and that reached the viewers. */
  readonly sourceShare: number;
  readonly deliveredShare: number;
  readonly serverCpuUsPerUpdate: number;
  readonly serverBusy: number;
  readonly generatorBusy: number;
  readonly p50: number;
  readonly p95: number;
  readonly updatesPerFrame: number;
}

/** d-9: whether long polling out-throughputs a WebSocket that writes each update by itself. */
export const batching: Experiment = {
  name: 'batching',
  title: 'd-9: unbatched WebSocket against long polling',
  claims: ['d-9', '6', '7'],
  prediction:
    'A frame costs the server a write, an answer several times that, whatever is in it. Unbatched WebSocket writes once an update; long polling answers once in λg updates, g being the time from an answer to the next question. ' +
    `So nearby, where g is nothing, long polling must be the dearer, and the cheaper where λg is more than an answer costs in writes. A window of ${WINDOWS[1]} ms on each socket must give WebSocket its lead back against those who are no later than that.`,
  method:
    `${VIEWERS} viewers on loopback, single updates at even distances, delivered each; each rate on a server of its own, warmed with both transports, one line after the other. Windows are those of each socket (windowMs). Distance: the viewer asks again so long after an answer, as one would at that round trip; ` +
    'the server sees no difference, and the lab is spared the delaying of every segment; the way itself is in no latency here. CPU is the server’s, all threads, beyond what it needs with the same source and no viewer, measured last, when it is warm. ' +
    `A row counts if source and viewers kept to the rate within ${OFF * 100} % and the lab was not the bottleneck.`,
  run: async (rim) => {
    const rows: Row[] = [];
    for (const [index, perSecond] of RATES.entries()) {
      const part = partOf(rim, { index, count: RATES.length });
      rows.push(...(await Bench.with(part, {}, (bench) => measure(bench, perSecond))));
    }
    return finding(rows, rim);
  },
};

const wayTo = ({ name, ms }: Line): Way =>
  name === 'websocket'
    ? wayOf(name, { intervalMs: 0, ...(ms > 0 && { windowMs: ms }) })
    : asking({ transport: name, pauseMs: ms, keepAlive: true });

/** One line while it was measured, before what the server needs by itself is known. */
interface Passage {
  readonly row: Omit<Row, 'serverCpuUsPerUpdate'>;
  readonly used: Spent;
  readonly delivered: number;
}

async function measure(bench: Bench, perSecond: number): Promise<readonly Row[]> {
  const { source } = bench.speak({ perSecond, rhythm: 'even', sockets: SOCKETS });
  for (const name of ['websocket', 'long-polling'] as const) await warm(bench, { name, ms: 0 });
  const passages: Passage[] = [];
  bench.stages = LINES.length;
  for (const line of LINES) passages.push(await passageOf(bench, { line, perSecond, source }));
  const alone = await spend(bench, () => bench.wait(ALONE_MS));
  return passages.map(({ row, used, delivered }) => ({
    ...row,
    serverCpuUsPerUpdate: ((used.cpuMs - (alone.cpuMs / alone.ms) * used.ms) * 1_000) / delivered,
  }));
}

/** What a young server compiles is no line's cost. */
async function warm(bench: Bench, line: Line): Promise<void> {
  const group = bench.group({ way: wayTo(line), size: VIEWERS });
  await bench.enter(group, ENTER_MS);
  await bench.wait(WARM_MS);
  group.crowd.leave();
}

interface Passing {
  readonly line: Line;
  readonly perSecond: number;
  readonly source: OutsideSource;
}

async function passageOf(bench: Bench, { line, perSecond, source }: Passing): Promise<Passage> {
  const group = bench.group({ way: wayTo(line), size: VIEWERS });
  await bench.enter(group, ENTER_MS);
  await bench.wait(SETTLE_MS);
  const loop = performance.eventLoopUtilization();
  const what = `${perSecond}/s, ${labelOf(line)}`;
  const used = await spend(bench, () => bench.measure(what, MEASURE_MS), source);
  const generatorBusy = performance.eventLoopUtilization(loop).utilization;
  const { delivered, frames, latency } = group.tally;
  const asked = (perSecond * used.ms) / 1_000;
  group.crowd.leave();
  await bench.wait(SETTLE_MS);
  const row = {
    ...{ ...line, perSecond, generatorBusy },
    sourceShare: used.accepted / asked,
    deliveredShare: delivered / (asked * VIEWERS),
    serverBusy: used.cpuMs / used.ms,
    p50: latency.spread()?.p50 ?? NaN,
    p95: latency.spread()?.p95 ?? NaN,
    updatesPerFrame: delivered / frames,
  };
  return { row, used, delivered };
}

function labelOf({ name, ms }: Line): string {
  if (ms === 0) return name;
  return name === 'websocket' ? `${name}, window ${ms} ms` : `${name} from ${ms} ms away`;
}

const isSound = ({ sourceShare, deliveredShare, generatorBusy }: Row) =>
  [sourceShare, deliveredShare].every((share) => Math.abs(share - 1) <= OFF) && generatorBusy <= BUSY;

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [throughput(rows), lead(rows)],
    tables: [
      {
        title: 'Server CPU beyond that without viewers, and latency',
        head: [
          ...['updates/s', 'transport', 'source kept up', 'delivered', 'CPU µs/update', 'server busy'],
          ...['lab busy', 'p50 ms', 'p95 ms', 'updates a frame'],
        ],
        rows: rows.map(cells),
      },
    ],
    plots: [plotOf(rows)],
    raw: { scale, rows },
  };
}

const whole = (share: number) => `${fixed(share * 100, 0)} %`;

const cells = (row: Row) => [
  ...[String(row.perSecond), labelOf(row), whole(row.sourceShare), whole(row.deliveredShare)],
  ...[fixed(row.serverCpuUsPerUpdate, 2), whole(row.serverBusy), whole(row.generatorBusy)],
  ...[fixed(row.p50, 0), fixed(row.p95, 0), fixed(row.updatesPerFrame)],
];

/** Long polling at one rate and distance beside the sockets of that rate. */
interface Cell {
  readonly plain: Row;
  readonly window: Row;
  readonly poll: Row;
}

/** All of which every part counts. */
function cellsOf(rows: readonly Row[]): readonly Cell[] {
  const find = (perSecond: number, { name, ms }: Line) =>
    rows.find((row) => row.perSecond === perSecond && row.name === name && row.ms === ms && isSound(row));
  return RATES.flatMap((perSecond) =>
    DISTANCES.flatMap((distance) => {
      const plain = find(perSecond, { name: 'websocket', ms: 0 });
      const window = find(perSecond, { name: 'websocket', ms: WINDOWS[1] });
      const poll = find(perSecond, { name: 'long-polling', ms: distance });
      return plain && window && poll ? [{ plain, window, poll }] : [];
    }),
  );
}

const tooBusy = {
  verdict: 'not settled',
  because: 'the machine was too busy: source, viewers or the lab kept up at no rate',
  becauseKo: '컴퓨터가 너무 바빠 어떤 빈도에서도 원천과 접속자와 실험실이 따라가지 못함',
} as const;

const isCheaper = (one: Row, other: Row) => one.serverCpuUsPerUpdate < other.serverCpuUsPerUpdate;
const us = ({ serverCpuUsPerUpdate }: Row) => fixed(serverCpuUsPerUpdate, 1);

function throughput(rows: readonly Row[]): ClaimVerdict {
  const claim = 'd-9: long polling out-throughputs unbatched WebSocket';
  const all = cellsOf(rows);
  if (all.length === 0) return { claim, ...tooBusy };
  const won = all.filter(({ plain, poll }) => isCheaper(poll, plain)).length;
  const told = all.map(
    ({ plain, poll }) =>
      `${poll.perSecond}/s, ${poll.ms} ms: ${us(poll)} for ${us(plain)} (${fixed(poll.updatesPerFrame)} an answer)`,
  );
  return {
    claim,
    verdict: won === all.length ? 'true' : won > 0 ? 'partly' : 'false',
    because: `an update costs the server less by long polling in ${won} of ${all.length} cells of rate and distance, those in which an answer carries enough of them; µs an update by long polling for those by WebSocket without a window: ${told.join('; ')}`,
    becauseKo: `빈도와 거리로 나눈 ${all.length}개 칸 중 ${won}개에서 롱 폴링의 갱신당 서버 CPU가 더 적음: 답 하나에 갱신이 충분히 모이는 곳. 갱신당 µs(롱 폴링 / 모으지 않는 WebSocket): ${all.map(({ plain, poll }) => `초당 ${poll.perSecond}건, ${poll.ms} ms: ${us(poll)} / ${us(plain)}(답 하나에 ${fixed(poll.updatesPerFrame)}건)`).join('; ')}`,
  };
}

/** Whether a window on each socket makes WebSocket the cheaper again where it was not, and what it costs in latency. */
function lead(rows: readonly Row[]): ClaimVerdict {
  const [, ms] = WINDOWS;
  const claim = `d-9: a coalescing window of ${ms} ms restores WebSocket’s lead`;
  const all = cellsOf(rows);
  if (all.length === 0) return { claim, ...tooBusy };
  const lost = all.filter(({ plain, poll }) => isCheaper(poll, plain));
  const restored = lost.filter(({ window, poll }) => isCheaper(window, poll)).length;
  const told = (cell: Cell) =>
    `${cell.poll.perSecond}/s, ${cell.poll.ms} ms: ${us(cell.window)} for ${us(cell.poll)}`;
  const p50 = all.map(({ window }) => window.p50);
  const late = fixed(Math.max(...p50), 0);
  return {
    claim,
    verdict: leadVerdict(restored, lost.length),
    because: `WebSocket had lost its lead in ${lost.length} of ${all.length} cells, and has it again with the window in ${restored} of them${lost.length > 0 ? ` (µs an update for long polling’s: ${lost.map(told).join('; ')})` : ''}; half of the updates then come within ${late} ms`,
    becauseKo: `WebSocket이 ${all.length}개 칸 중 ${lost.length}개에서 뒤졌고, ${ms} ms 모으면 그중 ${restored}개에서 다시 앞섬${lost.length > 0 ? `(갱신당 µs, 롱 폴링과 견주어: ${lost.map((cell) => `초당 ${cell.poll.perSecond}건, ${cell.poll.ms} ms: ${us(cell.window)} / ${us(cell.poll)}`).join('; ')})` : ''}. 그때 지연 중앙값은 ${late} ms 이내`,
  };
}

/** There is nothing to restore where WebSocket never lost its lead. */
function leadVerdict(restored: number, lost: number): ClaimVerdict['verdict'] {
  if (lost === 0) return 'not settled';
  return restored === lost ? 'true' : restored > 0 ? 'partly' : 'false';
}

const plotOf = (rows: readonly Row[]): Plot => ({
  name: 'batching',
  title: `Server CPU an update, ${VIEWERS} viewers`,
  x: 'updates/s',
  y: 'µs',
  scale: 'logarithmic',
  series: [
    ...DISTANCES.filter((ms) => ms > 0).map((ms) => predicted(rows, ms)),
    ...LINES.map(measured(rows)),
  ],
});

const measured =
  (rows: readonly Row[]) =>
  (line: Line): Series => ({
    ...{ label: labelOf(line), kind: 'dots', group: labelOf(line) },
    points: rows
      // A logarithm has no place for what came out below nothing.
      .filter((row) => isOn(row, line) && isSound(row) && row.serverCpuUsPerUpdate > 0)
      .map((row) => [row.perSecond, row.serverCpuUsPerUpdate] as const),
  });

/** What an answer costs nearby, shared by the updates that gather meanwhile. */
function predicted(rows: readonly Row[], ms: number): Series {
  const line = { name: 'long-polling', ms } as const;
  return {
    ...{ label: `${labelOf(line)}, formula`, kind: 'line', group: labelOf(line) },
    points: rows
      .filter((row) => isOn(row, { name: 'long-polling', ms: 0 }) && row.serverCpuUsPerUpdate > 0)
      .map(({ perSecond, serverCpuUsPerUpdate, updatesPerFrame }) => {
        const answerUs = serverCpuUsPerUpdate * updatesPerFrame;
        return [perSecond, answerUs / Math.max(1, (perSecond * ms) / 1_000)] as const;
      }),
  };
}

const isOn = (row: Row, { name, ms }: Line) => row.name === name && row.ms === ms;
