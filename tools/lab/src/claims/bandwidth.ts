import type { TransportName } from '@tickway/protocol';
import { askedPerSecond, morePercent, samplesPerSecond } from '../formulas/line-capacity';
import { quietFeeds } from '../server/quiet-feeds';
import { wayOf, type WayOptions } from '../viewer/ways';
import { combine, noBytes } from '../wire/byte-account';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const CAPS = [32, 64, 128] as const;
const PUBLISH_PER_SECOND = 200;
const VIEWERS = 2;
const RTT_MS = 20;
const WARM_MS = 3_000;
const MEASURE_MS = 40_000;
const WINDOW_MS = 50;
/** What was published: so many percent more samples, and half of the bytes. */
const CLAIMED_MORE = 215.44;
const CLAIMED_BYTES = 0.5;

type Kind = readonly [label: string, name: TransportName, more?: Partial<WayOptions>];

const asks = (name: TransportName) => name === 'polling' || name === 'long-polling';

const kinds: readonly Kind[] = [
  ['websocket', 'websocket'],
  [`websocket, window ${WINDOW_MS} ms`, 'websocket', { windowMs: WINDOW_MS }],
  ['socket.io', 'socket.io'],
  ['streaming', 'streaming'],
  ['long-polling', 'long-polling'],
  ['polling, asking at once', 'polling'],
];

/** One transport on one line. */
interface Row {
  readonly kbitPerSecond: number;
  readonly label: string;
  /** That one viewer got. */
  readonly samplesPerSecond: number;
  /** Of both directions: a question and its answer are never on the line at once. */
  readonly bytesPerSample: number;
  /** What the line carries of such samples; for who asks, with a round trip between them. */
  readonly predicted: number;
  readonly p50: number;
  readonly p99: number;
}

/** d-5: how many samples each transport delivers over the same capped line. */
export const bandwidth: Experiment = {
  name: 'bandwidth',
  title: 'd-5: samples over a line of so many kbit/s',
  claims: ['d-5', '2', '23'],
  prediction:
    'A full line carries its rate over the bytes of a sample. A pushed sample is a frame; one that is asked for is a request, an answer’s head and a frame, more than twice as much even with the lab’s bare headers, and a round trip in which the line is idle. ' +
    'The price: where the source says more than the line carries, pushed samples queue before it and are late, while who asks always gets the newest.',
  method:
    `One key whose newest value counts, ${PUBLISH_PER_SECOND} values a second: more than the lines carry one by one. ${VIEWERS} viewers of each transport on each line, each connection a line of its own (RTT ${RTT_MS} ms, capped in both directions), all at once. ` +
    'Bytes are those of the sockets, TCP/IP headers left out; the cap counts the same. The paper’s AJAX client asks again as soon as it has been answered.',
  run: (rim) =>
    Bench.with(rim, { feeds: { ...quietFeeds, TICKWAY_INGEST_TOPICS: 'lab:latest' } }, (bench) =>
      measure(bench, rim),
    ),
};

interface Line {
  readonly kbitPerSecond: number;
  readonly label: string;
  readonly name: TransportName;
  readonly group: Group;
}

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const lines: Line[] = [];
  for (const kbitPerSecond of CAPS) {
    const { address: entrance } = await bench.gateway({ rttMs: RTT_MS, kbitPerSecond });
    for (const [label, name, more] of kinds) {
      const way = wayOf(name, { intervalMs: 0, ...more });
      const group = bench.group({ way, size: VIEWERS, entrance });
      lines.push({ kbitPerSecond, label, name, group });
      await bench.enter(group, 100);
    }
  }
  bench.speak({ perSecond: PUBLISH_PER_SECOND, rhythm: 'even', keys: 1, sockets: 4 });
  await bench.wait(WARM_MS);
  const before = lines.map(({ group }) => group.crowd.counts().bytes);
  const seconds = await bench.measure('bandwidth', MEASURE_MS);
  const rows = lines.map((line, i) => rowOf(line, before[i] ?? noBytes, seconds));
  return finding(rows, { seconds, scale: rim.scale });
}

function rowOf({ kbitPerSecond, label, name, group }: Line, before: typeof noBytes, seconds: number): Row {
  const { payload, framing, headers } = combine(group.crowd.counts().bytes, before, -1);
  const { delivered, latency } = group.tally;
  const bytesPerSample = (payload + framing + headers) / delivered;
  return {
    ...{ kbitPerSecond, label, bytesPerSample },
    samplesPerSecond: delivered / VIEWERS / seconds,
    predicted: asks(name)
      ? askedPerSecond(kbitPerSecond, bytesPerSample, RTT_MS)
      : samplesPerSecond(kbitPerSecond, bytesPerSample),
    p50: latency.spread()?.p50 ?? NaN,
    p99: latency.spread()?.p99 ?? NaN,
  };
}

function finding(rows: readonly Row[], run: Readonly<Record<string, number>>): Finding {
  return {
    verdicts: [moreSamples(rows), lessBandwidth(rows)],
    tables: [
      {
        title: `One viewer, ${PUBLISH_PER_SECOND} values a second published`,
        head: ['kbit/s', 'transport', 'bytes a sample', 'samples/s if full', 'samples/s', 'p50 ms', 'p99 ms'],
        rows: rows.map((row) => [
          ...[String(row.kbitPerSecond), row.label, fixed(row.bytesPerSample, 0)],
          ...[fixed(row.predicted), fixed(row.samplesPerSecond), fixed(row.p50, 0), fixed(row.p99, 0)],
        ]),
      },
    ],
    plots: [
      {
        ...{ name: 'bandwidth', title: 'Samples a second over a capped line' },
        ...{ x: 'kbit/s', y: 'samples/s' },
        series: kinds.map(([label]) => ({
          ...{ label, kind: 'dots' as const },
          points: rows
            .filter((row) => row.label === label)
            .map((row) => [row.kbitPerSecond, row.samplesPerSecond] as const),
        })),
      },
    ],
    raw: { ...run, rows },
  };
}

interface Pair {
  readonly kbitPerSecond: number;
  readonly socket: Row;
  readonly poll: Row;
}

/** WebSocket and polling on each line. */
function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const find = (kbitPerSecond: number, label: string) =>
    rows.find((row) => row.kbitPerSecond === kbitPerSecond && row.label === label);
  return CAPS.flatMap((kbitPerSecond) => {
    const [socket, poll] = [find(kbitPerSecond, 'websocket'), find(kbitPerSecond, 'polling, asking at once')];
    return socket && poll ? [{ kbitPerSecond, socket, poll }] : [];
  });
}

function moreSamples(rows: readonly Row[]): ClaimVerdict {
  const pairs = pairsOf(rows);
  const more = pairs.map(({ socket, poll }) => morePercent(socket.samplesPerSecond, poll.samplesPerSecond));
  const [most, least] = [Math.max(...more), Math.min(...more)];
  const told = pairs.map(({ kbitPerSecond }, i) => `${fixed(more[i], 0)} % at ${kbitPerSecond} kbit/s`);
  const late = (row: (pair: Pair) => Row) => pairs.map((pair) => fixed(row(pair).p50, 0)).join(', ');
  const [pushed, asked] = [late(({ socket }) => socket), late(({ poll }) => poll)];
  return {
    claim: `d-5: over the same line WebSocket brings up to ${CLAIMED_MORE} % more samples than AJAX`,
    verdict: most >= CLAIMED_MORE ? 'true' : most > 0 && least > 0 ? 'partly' : 'false',
    because: `WebSocket brought more than polling that asks again at once: ${told.join(', ')}; but a source that says more than the line carries makes them queue: half of them are older than ${pushed} ms, polling’s than ${asked} ms`,
    becauseKo: `답을 받자마자 다시 묻는 폴링보다 WebSocket이 더 전달한 표본: ${pairs.map(({ kbitPerSecond }, i) => `${kbitPerSecond} kbit/s에서 ${fixed(more[i], 0)} %`).join(', ')}. 다만 회선보다 빠른 원천은 줄을 만들어 지연 중앙값이 ${pushed} ms이고, 폴링은 ${asked} ms`,
  };
}

function lessBandwidth(rows: readonly Row[]): ClaimVerdict {
  const shares = pairsOf(rows).map(({ socket, poll }) => socket.bytesPerSample / poll.bytesPerSample);
  const worst = Math.max(...shares);
  const bytes = kinds.map(([label]) => {
    const of = rows.filter((row) => row.label === label).map(({ bytesPerSample }) => bytesPerSample);
    return `${label} ${fixed(of.reduce((sum, one) => sum + one, 0) / of.length, 0)}`;
  });
  const told = shares.map((share) => `${fixed(share * 100, 0)} %`).join(', ');
  return {
    claim: 'd-5: a WebSocket server uses half of the bandwidth of AJAX',
    verdict: worst <= CLAIMED_BYTES ? 'true' : worst < 1 ? 'partly' : 'false',
    because: `a sample by WebSocket needed ${told} of polling’s bytes; bytes a sample: ${bytes.join('; ')}`,
    becauseKo: `WebSocket의 표본 하나는 폴링 바이트의 ${told}. 표본당 바이트: ${bytes.join('; ')}`,
  };
}
