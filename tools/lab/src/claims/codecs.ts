import type { Plot } from '@tickway/report';
import { decode, encode } from '@msgpack/msgpack';
import {
  encodeFrame,
  frameDocument,
  plainForm,
  stamp,
  type Received,
  type WireForm,
} from '@tickway/protocol';
import { wayOf } from '../viewer/ways';
import { combine } from '../wire/byte-account';
import { Bench } from './bench';
import { partOf, type ClaimVerdict, type Experiment, type ExperimentRim, type Finding } from './experiment';
import { fixed } from './ratio';
import { readingUs } from './reading-time';
import { spend } from './spend';

const VIEWERS = 100;
const MEASURE_MS = 8_000;
const WARM_MS = 1_500;
const IDLE_MS = 4_000;
/** Of each topic, to be read again and again. */
const KEPT_FRAMES = 300;
const TOPICS = ['quotes', 'depth'] as const;

const forms: Readonly<Record<string, WireForm>> = {
  JSON: plainForm,
  'JSON, deflated': { codec: 'json', compress: true },
  MessagePack: { codec: 'msgpack', compress: false },
  'MessagePack, deflated': { codec: 'msgpack', compress: true },
};

/** One topic in one form. */
interface Row {
  readonly topic: (typeof TOPICS)[number];
  readonly form: string;
  /** Of both directions, framing included, without handshakes and snapshots. */
  readonly bytesPerUpdate: number;
  readonly serverCpuUsPerUpdate: number;
  readonly delivered: number;
  readonly updatesPerFrame: number;
  readonly p50: number;
  readonly p99: number;
}

/** The same frames as text and packed, and how long a program of this engine takes to read one. */
interface Reading {
  readonly topic: Row['topic'];
  readonly frames: number;
  readonly jsonBytes: number;
  readonly packedBytes: number;
  readonly jsonUs: number;
  readonly packedUs: number;
}

/** d-8: what codec and compression save and cost, frames being encoded once for all viewers. */
export const codecs: Experiment = {
  name: 'codecs',
  title: 'd-8: JSON and MessagePack, plain and deflated',
  claims: ['d-8', '21'],
  prediction:
    'Centrifugo’s figures: deflate leaves 38.9 % of JSON and 13.3 % with deltas, binary alone 41.2 %; and compression doubled its CPU until frames were prepared once for each broadcast. Ours are deltas already, ' +
    'with the fields’ names in every row: deflate must save the more, the more rows a frame has, MessagePack must save a quarter and lose to deflate, and neither may cost much where one frame serves all.',
  method:
    `${VIEWERS} viewers by WebSocket on loopback, each combination on a server of its own with its seeded exchange; every viewer gets every key, so a frame is encoded and deflated once for all. Bytes are booked from ` +
    'the sockets, framing included, snapshots not. CPU is the server’s, all threads, beyond what it needs without viewers, measured after them, an update delivered. ' +
    `For the reading, up to ${KEPT_FRAMES} of the frames that came are written both ways and read again, JSON by the engine’s JSON.parse from bytes, MessagePack by the page’s own decoder in JavaScript; the fastest of seven rounds.`,
  run: async (rim) => {
    const rows: Row[] = [];
    const readings: Reading[] = [];
    for (const topic of TOPICS) {
      const kept = new Set<Received>();
      const keep = (frame: Received) => {
        if (frame.type === 'delta' && kept.size < KEPT_FRAMES) kept.add(frame);
      };
      for (const form of Object.keys(forms)) {
        const part = partOf(rim, { index: rows.length, count: TOPICS.length * Object.keys(forms).length });
        rows.push(await Bench.with(part, {}, (bench) => measure(bench, { topic, form, seen: keep })));
      }
      readings.push(readingOf(topic, [...kept]));
    }
    return finding(rows, readings, rim);
  },
};

interface Combination extends Pick<Row, 'topic' | 'form'> {
  readonly seen: (frame: Received) => void;
}

async function measure(bench: Bench, { topic, form, seen }: Combination): Promise<Row> {
  const way = wayOf('websocket', { intervalMs: 1_000, form: forms[form] ?? plainForm });
  const { crowd, tally } = bench.group({ way, size: VIEWERS, topic, seen });
  await bench.enter({ crowd, tally }, 1_000);
  await bench.wait(2 * WARM_MS);
  const before = crowd.counts().bytes;
  const used = await spend(bench, () => bench.measure(`${topic}, ${form}`, MEASURE_MS));
  const bytes = combine(crowd.counts().bytes, before, -1);
  crowd.leave();
  await bench.wait(WARM_MS);
  // Last: a young server compiles, which is not what idling costs.
  const idle = await spend(bench, () => bench.wait(IDLE_MS));
  const own = used.cpuMs - (idle.cpuMs / idle.ms) * used.ms;
  const { delivered, frames, latency } = tally;
  return {
    ...{ topic, form, delivered },
    bytesPerUpdate: (bytes.payload + bytes.framing) / delivered,
    serverCpuUsPerUpdate: (own * 1_000) / delivered,
    updatesPerFrame: delivered / frames,
    p50: latency.spread()?.p50 ?? NaN,
    p99: latency.spread()?.p99 ?? NaN,
  };
}

function readingOf(topic: Row['topic'], frames: readonly Received[]): Reading {
  const json = frames.map((frame) => Buffer.from(encodeFrame(frame) + stamp(frame.writtenAt)));
  const packed = frames.map((frame) => encode({ ...frameDocument(frame), writtenAt: frame.writtenAt }));
  const now = () => performance.now();
  return {
    ...{ topic, frames: frames.length, jsonBytes: meanLength(json), packedBytes: meanLength(packed) },
    jsonUs: readingUs(json, { read: (bytes): unknown => JSON.parse(bytes.toString()), now }),
    packedUs: readingUs(packed, { read: (bytes) => decode(bytes), now }),
  };
}

const meanLength = (all: readonly Uint8Array[]) =>
  all.reduce((sum, { length }) => sum + length, 0) / all.length;

function finding(rows: readonly Row[], readings: readonly Reading[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [deflateSaves(rows), deflateIsCheap(rows), binarySaves(rows), binaryReadsFaster(readings)],
    tables: [
      {
        title: `${VIEWERS} viewers by WebSocket`,
        head: [
          'topic',
          'form',
          'bytes/update',
          'of JSON',
          'CPU µs/update',
          'updates a frame',
          'p50 ms',
          'p99 ms',
        ],
        rows: rows.map((row) => [
          row.topic,
          row.form,
          fixed(row.bytesPerUpdate),
          `${fixed(100 * share(rows, row.topic, row.form), 0)} %`,
          fixed(row.serverCpuUsPerUpdate, 2),
          fixed(row.updatesPerFrame),
          fixed(row.p50, 0),
          fixed(row.p99, 0),
        ]),
      },
      {
        title: 'The same frames, read',
        head: ['topic', 'frames', 'JSON bytes', 'MessagePack bytes', 'JSON µs', 'MessagePack µs'],
        rows: readings.map((one) => [
          ...[one.topic, String(one.frames), fixed(one.jsonBytes, 0), fixed(one.packedBytes, 0)],
          ...[fixed(one.jsonUs), fixed(one.packedUs)],
        ]),
      },
    ],
    plots: [plotOf(rows)],
    raw: { scale, rows, readings },
  };
}

const find = (rows: readonly Row[], topic: string, form: string): Row => {
  const row = rows.find((one) => one.topic === topic && one.form === form);
  if (row) return row;
  throw new Error(`no row ${topic} ${form}`);
};

/** A form's bytes as a share of plain JSON's. */
const share = (rows: readonly Row[], topic: string, form: string) =>
  find(rows, topic, form).bytesPerUpdate / find(rows, topic, 'JSON').bytesPerUpdate;

const both = (tell: (topic: string) => string, and: string) => TOPICS.map(tell).join(and);

function deflateSaves(rows: readonly Row[]): ClaimVerdict {
  const left = (topic: string) => share(rows, topic, 'JSON, deflated');
  const worst = Math.max(...TOPICS.map(left));
  const told = (topic: string) => `${fixed(100 * left(topic), 0)} %`;
  return {
    claim: 'd-8: deflate leaves 39 % of JSON, less with deltas',
    verdict: worst <= 0.4 ? 'true' : worst <= 0.6 ? 'partly' : 'false',
    because: `deflated, frame by frame, of our deltas’ JSON are left ${both((topic) => `${told(topic)} of ${topic}`, ' and ')}`,
    becauseKo: `프레임마다 따로 압축했을 때 델타 JSON의 남은 크기: ${both((topic) => `${topic} ${told(topic)}`, ', ')}`,
  };
}

function deflateIsCheap(rows: readonly Row[]): ClaimVerdict {
  const cpu = (topic: string, form: string) => find(rows, topic, form).serverCpuUsPerUpdate;
  const ratio = (topic: string) => cpu(topic, 'JSON, deflated') / cpu(topic, 'JSON');
  const worst = Math.max(...TOPICS.map(ratio));
  // The difference of two readings: on a busy machine it may come out below nothing.
  const isSettled = rows.every(({ serverCpuUsPerUpdate }) => serverCpuUsPerUpdate > 0);
  const told = (topic: string, arrow: string) =>
    `${fixed(cpu(topic, 'JSON'), 2)} ${arrow} ${fixed(cpu(topic, 'JSON, deflated'), 2)} µs`;
  return {
    claim: 'd-8: compression doubles the server’s CPU unless frames are prepared once for all',
    verdict: !isSettled ? 'not settled' : worst < 1.5 ? 'true' : worst < 2 ? 'partly' : 'false',
    because: `deflated once for ${VIEWERS} viewers, an update costs ${both((topic) => `${told(topic, '→')} of ${topic}`, ' and ')}`,
    becauseKo: `접속자 ${VIEWERS}명에게 보낼 프레임을 한 번만 압축하면 갱신당 서버 CPU: ${both((topic) => `${topic} ${told(topic, '→')}`, ', ')}`,
  };
}

function binarySaves(rows: readonly Row[]): ClaimVerdict {
  const left = (topic: string, form: string) => `${fixed(100 * share(rows, topic, form), 0)} %`;
  const told = (topic: string) => `${left(topic, 'MessagePack')} (${left(topic, 'MessagePack, deflated')})`;
  const worst = Math.max(...TOPICS.map((topic) => share(rows, topic, 'MessagePack')));
  return {
    claim: '21: WebSocket’s data is text; binary messages carry the same in fewer bytes',
    verdict: worst <= 0.9 ? 'true' : worst < 1 ? 'partly' : 'false',
    because: `frames are text or binary: the same documents in MessagePack need, deflated in brackets, ${both((topic) => `${told(topic)} of the JSON of ${topic}`, ' and ')}`,
    becauseKo: `프레임은 텍스트일 수도 바이너리일 수도 있다. 같은 문서를 MessagePack으로 보내면(괄호는 압축까지 한 경우) JSON의 ${both((topic) => `${topic} ${told(topic)}`, ', ')}`,
  };
}

function binaryReadsFaster(readings: readonly Reading[]): ClaimVerdict {
  const faster = readings.filter(({ jsonUs, packedUs }) => packedUs < jsonUs).length;
  const told = readings
    .map(({ topic, jsonUs, packedUs }) => `${topic} ${fixed(jsonUs)} / ${fixed(packedUs)} µs`)
    .join(', ');
  return {
    claim: '21: binary frames are read faster than text',
    verdict: faster === readings.length ? 'true' : faster > 0 ? 'partly' : 'false',
    because: `a frame is read in (JSON by the engine / MessagePack by a decoder in JavaScript) ${told}`,
    becauseKo: `프레임 하나를 읽는 시간(엔진의 JSON / JavaScript로 된 MessagePack 해독기): ${told}`,
  };
}

const plotOf = (rows: readonly Row[]): Plot => ({
  ...{ name: 'codecs', title: 'Bytes an update', x: '', y: 'bytes', names: Object.keys(forms) },
  series: TOPICS.map((topic) => ({
    ...{ label: topic, kind: 'dots' as const },
    points: Object.keys(forms).map((form, i) => [i, find(rows, topic, form).bytesPerUpdate] as const),
  })),
});
