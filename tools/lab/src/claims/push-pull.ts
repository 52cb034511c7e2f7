import type { Plot } from '@tickway/report';
import { coherentShare, flipRatio } from '../formulas/push-and-pull';
import { quietFeeds } from '../server/quiet-feeds';
import type { Way } from '../viewer/viewer';
import { wayOf } from '../viewer/ways';
import { combine } from '../wire/byte-account';
import { Bench, meanLatency, type Group } from './bench';
import { partOf, type ClaimVerdict, type Experiment, type ExperimentRim, type Finding } from './experiment';
import { fixed } from './ratio';
import { spend, type Spent } from './spend';

/** A tenth of the paper's second, and five and twenty times as much. */
const INTERVALS_MS = [100, 500, 2_000] as const;
const VIEWERS = 190;
/** Whose coherence is looked at, each with a phase of its own against the source. */
const SAMPLES = 10;
const ALL = VIEWERS + SAMPLES;
const MEASURE_MS = 6_000;
const ALONE_MS = 4_000;
const WARM_MS = 700;
const LOOK_MS = 10;
/** What was published: so many times the CPU of pull. */
const CLAIMED_TIMES = 7;

/** Push (`pullMs` is not there) or pull at one publish interval, for one viewer. */
interface Row {
  readonly publishMs: number;
  readonly pullMs?: number;
  /** Beyond what the server needs with the source and no viewer. */
  readonly cpuUsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly tripMs: number;
  /** Share of the time in which a viewer held the newest value. */
  readonly coherent: number;
  readonly predictedCoherent: number;
}

/** d-4: push against pull. */
export const pushPull: Experiment = {
  name: 'push-pull',
  title: 'd-4: push against pull, by how often is published and asked',
  claims: ['d-4', '3', '6'],
  prediction:
    'Push costs a write a publication, pull an answer a question: with w and r µs each, pull is cheaper for the server only where it asks less often than once in r/w publications. There it misses most of them: ' +
    'asking every Q of a source that publishes every P, a viewer holds the newest value 1 − Q/2P of the time, or P/2Q where Q is longer.',
  method:
    `After Bozdag, Mesbah and van Deursen (2007), their seconds scaled down: one key, published and asked for every ${INTERVALS_MS.join(', ')} ms, ${ALL} viewers on loopback, push by WebSocket, pull by polling, each publish interval on a server of its own, warmed with both. ` +
    `CPU is the server’s, all threads. Coherence is that of ${SAMPLES} of them: every ${LOOK_MS} ms, whether each holds what was published last. Polling waits its interval after each answer.`,
  run: async (rim) => {
    const rows: Row[] = [];
    const feeds = { ...quietFeeds, TICKWAY_INGEST_TOPICS: 'lab:latest' };
    for (const [index, publishMs] of INTERVALS_MS.entries()) {
      const part = partOf(rim, { index, count: INTERVALS_MS.length });
      rows.push(...(await Bench.with(part, { feeds }, (bench) => measure(bench, publishMs))));
    }
    return finding(rows, rim);
  },
};

/** One way while it was measured, before what the server needs by itself is known. */
interface Passage {
  readonly row: Omit<Row, 'cpuUsPerSecond'>;
  readonly used: Spent;
}

async function measure(bench: Bench, publishMs: number): Promise<readonly Row[]> {
  const { source } = bench.speak({ perSecond: 1_000 / publishMs, rhythm: 'even', keys: 1 });
  const passages: Passage[] = [];
  bench.stages = 1 + INTERVALS_MS.length;
  for (const pullMs of [undefined, Math.min(...INTERVALS_MS)]) await warm(bench, pullMs);
  for (const pullMs of [undefined, ...INTERVALS_MS])
    passages.push(await pass(bench, { publishMs, pullMs, newest: () => source.published }));
  await bench.wait(WARM_MS);
  // Last, when the server is as warm as it was with viewers: a young one needs more.
  const alone = await spend(bench, () => bench.wait(ALONE_MS));
  return passages.map(({ row, used }) => ({
    ...row,
    cpuUsPerSecond: ((used.cpuMs / used.ms - alone.cpuMs / alone.ms) * 1e6) / ALL,
  }));
}

const wayTo = (pullMs: number | undefined): Way =>
  wayOf(pullMs === undefined ? 'websocket' : 'polling', { intervalMs: pullMs ?? 0 });

/** What a young server compiles is not what the first way costs. */
async function warm(bench: Bench, pullMs: number | undefined): Promise<void> {
  const group = bench.group({ way: wayTo(pullMs), size: VIEWERS });
  await bench.enter(group, WARM_MS);
  await bench.wait(2 * WARM_MS);
  group.crowd.leave();
}

interface Cell {
  readonly publishMs: number;
  readonly pullMs: number | undefined;
  /** The number of what was published last. */
  readonly newest: () => number;
}

async function pass(bench: Bench, { publishMs, pullMs, newest }: Cell): Promise<Passage> {
  const way = wayTo(pullMs);
  const samples = Array.from({ length: SAMPLES }, () => sampleOf(bench, way));
  const others = bench.group({ way, size: VIEWERS });
  await enterSpread(bench, { groups: samples.map(({ group }) => group), others, overMs: pullMs ?? WARM_MS });
  await bench.wait(WARM_MS);
  const before = others.crowd.counts().bytes;
  const looked = lookAgainAndAgain(
    bench,
    () => samples.filter(({ newestId }) => newestId() === newest()).length / SAMPLES,
  );
  const what = `published every ${publishMs} ms, ${pullMs === undefined ? 'pushed' : `asked every ${pullMs} ms`}`;
  const used = await spend(bench, () => bench.measure(what, MEASURE_MS));
  const coherent = await looked();
  const bytes = combine(others.crowd.counts().bytes, before, -1);
  for (const { crowd } of [others, ...samples.map(({ group }) => group)]) crowd.leave();
  const row = {
    ...{ publishMs, ...(pullMs !== undefined && { pullMs }), coherent },
    bytesPerSecond: ((bytes.payload + bytes.framing + bytes.headers) / VIEWERS / used.ms) * 1_000,
    tripMs: meanLatency(others),
    predictedCoherent: pullMs === undefined ? 1 : coherentShare({ publishMs, pullMs }),
  };
  return { row, used };
}

/** A viewer of whom it is known which number it has seen last. */
function sampleOf(bench: Bench, way: Way) {
  const held = { id: 0 };
  const group = bench.group({
    ...{ way, size: 1 },
    seen: (frame) => {
      if (!('rows' in frame)) return;
      for (const { fields } of frame.rows) if (typeof fields.id === 'number') held.id = fields.id;
    },
  });
  return { group, newestId: () => held.id };
}

interface Entering {
  readonly groups: readonly Group[];
  readonly others: Group;
  readonly overMs: number;
}

/** Lets all in over an interval, as viewers who came at any time. */
async function enterSpread(bench: Bench, { groups, others, overMs }: Entering): Promise<void> {
  const one = async (group: Group, index: number) => {
    await bench.wait((index / groups.length) * overMs);
    await bench.enter(group, 0);
  };
  await Promise.all([bench.enter(others, overMs), ...groups.map(one)]);
}

/** Looks at even times until what is returned is called; that says what was seen in the mean. */
function lookAgainAndAgain(bench: Bench, look: () => number): () => Promise<number> {
  const looking = { over: false, looks: 0, sum: 0 };
  const running = (async () => {
    while (!looking.over) {
      looking.looks++;
      looking.sum += look();
      await bench.wait(LOOK_MS);
    }
  })();
  return async () => {
    looking.over = true;
    await running;
    return looking.sum / looking.looks;
  };
}

const isPush = ({ pullMs }: Row) => pullMs === undefined;
const pulls = (rows: readonly Row[]) => rows.filter((row) => !isPush(row));

function pushAt(rows: readonly Row[], publishMs: number): Row {
  const row = rows.find((one) => isPush(one) && one.publishMs === publishMs);
  if (row) return row;
  throw new Error(`nothing was pushed every ${publishMs} ms`);
}

/** How many times the CPU of pull push costs in a cell. */
const times = (rows: readonly Row[], pull: Row) =>
  pushAt(rows, pull.publishMs).cpuUsPerSecond / pull.cpuUsPerSecond;

/** A few writes a second are less than what can be read. */
const timesText = (ratio: number) => (ratio > 0 ? fixed(ratio, 2) : '~0');

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [cpu(rows), coherence(rows)],
    tables: [
      {
        title: 'One viewer, a second',
        head: [
          ...['published every ms', 'way', 'server CPU µs', 'push ÷ pull', 'bytes', 'trip ms'],
          ...['newest held', 'predicted'],
        ],
        rows: rows.map((row) => [
          String(row.publishMs),
          row.pullMs === undefined ? 'push' : `pull every ${row.pullMs} ms`,
          fixed(row.cpuUsPerSecond, 0),
          isPush(row) ? '' : timesText(times(rows, row)),
          fixed(row.bytesPerSecond, 0),
          fixed(row.tripMs, 0),
          `${fixed(row.coherent * 100, 0)} %`,
          `${fixed(row.predictedCoherent * 100, 0)} %`,
        ]),
      },
    ],
    plots: [plotOf(rows)],
    raw: { scale, ...costs(rows), rows },
  };
}

/** A write's and an answer's cost, µs, where there were most of them. */
function costs(rows: readonly Row[]) {
  const [fastest] = INTERVALS_MS;
  const perSecond = 1_000 / fastest;
  const writeUs = pushAt(rows, fastest).cpuUsPerSecond / perSecond;
  const asked = pulls(rows).filter(({ pullMs }) => pullMs === fastest);
  const answerUs =
    asked.reduce((sum, { cpuUsPerSecond }) => sum + cpuUsPerSecond, 0) / asked.length / perSecond;
  return { writeUs, answerUs, flip: flipRatio(writeUs, answerUs) };
}

function cpu(rows: readonly Row[]): ClaimVerdict {
  const { writeUs, answerUs, flip } = costs(rows);
  const equal = pulls(rows).filter(({ publishMs, pullMs }) => publishMs === pullMs);
  const most = Math.max(...equal.map((row) => times(rows, row)));
  const dearer = pulls(rows).filter((row) => times(rows, row) > 1);
  // Differences of two readings: on a busy machine they may come out below nothing.
  const isSettled = writeUs > 0 && pulls(rows).every(({ cpuUsPerSecond }) => cpuUsPerSecond > 0);
  const verdict = most >= CLAIMED_TIMES ? 'true' : dearer.length > 0 ? 'partly' : 'false';
  const told = equal.map((row) => timesText(times(rows, row))).join(', ');
  const where = dearer.map(({ publishMs, pullMs }) => `${publishMs}/${pullMs ?? 0}`).join(', ');
  return {
    claim: `d-4: push costs the server ${CLAIMED_TIMES} times the CPU of pull`,
    verdict: isSettled ? verdict : 'not settled',
    because: `asked as often as published, push costs ${told} times the CPU of pull; a write ${fixed(writeUs)} µs, an answer ${fixed(answerUs)} µs, so the sign flips where a viewer asks once in ${fixed(flip)} publications; push was dearer in ${dearer.length} of ${pulls(rows).length} cells${where === '' ? '' : ` (published/asked every, ms: ${where})`}`,
    becauseKo: `발행 간격만큼 물을 때 push의 CPU는 pull의 ${told}배. 쓰기 한 번 ${fixed(writeUs)} µs, 답 한 번 ${fixed(answerUs)} µs이므로 발행 ${fixed(flip)}번에 한 번만 물을 때 우열이 뒤집힘. push가 더 비싼 칸은 ${pulls(rows).length}개 중 ${dearer.length}개${where === '' ? '' : `(발행/질문 간격 ms: ${where})`}`,
  };
}

function coherence(rows: readonly Row[]): ClaimVerdict {
  const won = (better: (push: Row, pull: Row) => boolean) =>
    pulls(rows).filter((pull) => better(pushAt(rows, pull.publishMs), pull)).length;
  const all = pulls(rows).length;
  const coherent = won((push, pull) => push.coherent > pull.coherent);
  const light = won((push, pull) => push.bytesPerSecond < pull.bytesPerSecond);
  const least = Math.min(...rows.filter(isPush).map((row) => row.coherent));
  const told = pulls(rows).map(
    (row) => `${row.publishMs}/${row.pullMs ?? 0} ${fixed(row.coherent * 100, 0)} %`,
  );
  return {
    claim: 'd-4: push wins data coherence and network use',
    verdict: coherent === all && light === all ? 'true' : coherent + light > 0 ? 'partly' : 'false',
    because: `a pushed viewer held the newest value at least ${fixed(least * 100, 0)} % of the time, one that pulls (published/asked every, ms) ${told.join(', ')}; push was the more coherent in ${coherent} of ${all} cells and took fewer bytes in ${light}`,
    becauseKo: `push 시청자는 적어도 ${fixed(least * 100, 0)} %의 시간 동안 최신값을 가졌고, pull은(발행/질문 간격 ms) ${told.join(', ')}. ${all}개 칸 중 push가 더 일관된 곳 ${coherent}개, 바이트가 더 적은 곳 ${light}개`,
  };
}

const plotOf = (rows: readonly Row[]): Plot => ({
  ...{ name: 'push-pull', title: 'Server CPU of one viewer, a second' },
  ...{ x: 'published every, ms', y: 'µs', scale: 'logarithmic' as const },
  series: [undefined, ...INTERVALS_MS].map((pullMs) => ({
    ...{ label: pullMs === undefined ? 'push' : `pull every ${pullMs} ms`, kind: 'dots' as const },
    points: rows
      // A logarithm has no place for what came out below nothing.
      .filter((row) => row.pullMs === pullMs && row.cpuUsPerSecond > 0)
      .map((row) => [row.publishMs, row.cpuUsPerSecond] as const),
  })),
});
