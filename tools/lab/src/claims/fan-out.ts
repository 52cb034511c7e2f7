import type { TransportName } from '@tickway/protocol';
import type { Plot } from '@tickway/report';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

/** Updates at once and viewers of each. */
const SIZES = [
  [1, 10],
  [10, 100],
  [100, 1_000],
] as const;
const NAMES = ['websocket', 'socket.io', 'streaming'] as const satisfies readonly TransportName[];
/** What was published of these sizes with a client in C++: time to the last receipt, ms. */
const PUBLISHED = { deepstream: [1.3, 1.6, 15.5], 'Socket.IO': [0.3, 27.5, 2_304] } as const;
const REPEATS = 10;
const IDLE_MS = 500;
const LONGEST_MS = 30_000;
const ENTER_MS = 3_000;

type Name = (typeof NAMES)[number];

/** One transport at one size. */
interface Row {
  readonly name: Name;
  readonly updates: number;
  readonly viewers: number;
  /** From saying the first update to the last receipt, each time, ms. */
  readonly timesMs: readonly number[];
}

/** d-10: X updates to Y viewers, from an idle start to the last receipt. */
export const fanOut: Experiment = {
  name: 'fan-out',
  title: 'd-10: from an idle start to the last receipt',
  claims: ['d-10'],
  prediction:
    'A batch is encoded once and written once to each socket, so the time grows with the viewers and hardly with the updates: some tens of microseconds a viewer, here at both ends on one machine.',
  method:
    `${SIZES.map(([updates, viewers]) => `${updates} × ${viewers}`).join(', ')}: so many updates in one request to the ingest, so many viewers, each transport alone; from sending the request to the last viewer’s last update, ${REPEATS} times after ${IDLE_MS} ms of silence. ` +
    'The published figures gave each update a publisher of its own and had another machine: an order of magnitude, no more. Their largest, 1,000 × 10,000, is beyond one generator on the server’s own machine.',
  run: (rim) => measure(rim),
};

async function measure(rim: ExperimentRim): Promise<Finding> {
  const rows: Row[] = [];
  for (const [updates, viewers] of SIZES)
    for (const name of NAMES) {
      rim.progress(`fan-out, ${updates} × ${viewers}, ${name}`, rows.length / (SIZES.length * NAMES.length));
      // A server of its own each time: none pays for another's garbage.
      const timesMs = await Bench.with(rim, {}, (bench) => timesOf(bench, name, [updates, viewers]));
      rows.push({ name, updates, viewers, timesMs });
    }
  return finding(rows, rim);
}

async function timesOf(
  bench: Bench,
  name: Name,
  [updates, viewers]: readonly [number, number],
): Promise<readonly number[]> {
  const group = bench.group({ way: wayOf(name, { intervalMs: 0 }), size: viewers });
  await bench.enter(group, Math.min(ENTER_MS, viewers * 5));
  group.tally.measuring = true;
  const source = bench.server.source();
  const times: number[] = [];
  for (let i = 0; i < Math.ceil(REPEATS * bench.rim.scale); i++) {
    await bench.wait(IDLE_MS);
    const wanted = group.tally.delivered + updates * viewers;
    const begin = performance.now();
    await source.publish(updates, bench.rim.clock.now());
    await received(group, wanted, begin + LONGEST_MS);
    times.push(performance.now() - begin);
  }
  return times;
}

/** Waits until so many updates have been delivered; looks at every turn of the event loop. */
async function received({ tally }: Group, wanted: number, latest: number): Promise<void> {
  while (tally.delivered < wanted) {
    if (performance.now() > latest) throw new Error(`${wanted - tally.delivered} updates never came`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function finding(rows: readonly Row[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [level(rows)],
    tables: [
      {
        title: 'To the last receipt, ms',
        head: [
          'updates × viewers',
          ...NAMES.flatMap((name) => [name, 'at most']),
          ...Object.keys(PUBLISHED).map((who) => `${who}, as published`),
        ],
        rows: SIZES.map(([updates, viewers], i) => [
          `${updates} × ${viewers}`,
          ...NAMES.flatMap((name) => {
            const times = timesIn(rows, name, viewers);
            return [fixed(median(times)), fixed(Math.max(...times))];
          }),
          ...Object.values(PUBLISHED).map((times) => fixed(times[i])),
        ]),
      },
    ],
    plots: [plot(rows)],
    raw: { scale, rows },
  };
}

const timesIn = (rows: readonly Row[], name: Name, viewers: number): readonly number[] =>
  rows.find((row) => row.name === name && row.viewers === viewers)?.timesMs ?? [];

function plot(rows: readonly Row[]): Plot {
  const published = Object.entries(PUBLISHED).map(([who, times]) => ({
    label: `${who}, as published`,
    kind: 'line' as const,
    points: SIZES.map(([, viewers], i) => [viewers, times[i] ?? NaN] as const),
  }));
  const measured = NAMES.map((name) => ({
    label: name,
    kind: 'dots' as const,
    points: SIZES.map(([, viewers]) => [viewers, median(timesIn(rows, name, viewers))] as const),
  }));
  return {
    name: 'fan-out',
    title: 'To the last receipt',
    x: 'viewers (a tenth as many updates)',
    y: 'ms',
    scale: 'logarithmic',
    series: [...published, ...measured],
  };
}

function level(rows: readonly Row[]): ClaimVerdict {
  const viewers = SIZES[SIZES.length - 1]?.[1] ?? 0;
  const [ws, io] = [median(timesIn(rows, 'websocket', viewers)), median(timesIn(rows, 'socket.io', viewers))];
  return {
    claim: 'd-10: with many updates to many viewers Socket.IO is a hundred times slower',
    verdict: io / ws >= 50 ? 'true' : io / ws >= 5 ? 'partly' : 'false',
    because: `to ${viewers} viewers the last of 100 updates came after ${fixed(ws, 0)} ms by WebSocket and ${fixed(io, 0)} ms by Socket.IO, where 15.5 and 2,304 ms were published: here a batch is one frame to each viewer; how the published test wrote is not told`,
    becauseKo: `시청자 ${viewers}명에게 갱신 100건의 마지막이 웹소켓은 ${fixed(ws, 0)} ms, Socket.IO는 ${fixed(io, 0)} ms 뒤에 도착. 발표된 값은 15.5와 2,304 ms. 여기서는 묶음이 시청자마다 한 프레임. 발표된 시험이 어떻게 썼는지는 알려지지 않음`,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
