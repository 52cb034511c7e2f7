import { LAB_TOPIC } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { follow, type Follower } from './follower';
import { fixed } from './ratio';

const DOWN_PER_SECOND = 200;
const UP_PER_SECOND = 20;
const MEASURE_MS = 30_000;
const VIEWERS = 5;
const UP = 'said';
/** Both limits are far beyond what comes, so that the messages change nothing of it. */
const LIMITS = [{ maxBandwidth: 9_999_999 }, { maxBandwidth: 10_000_000 }] as const;
const LAST_MS = 2_000;
/** A message that changes a limit is at least as long, with its head and mask. */
const LEAST_MESSAGE_BYTES = 30;

/** One way of speaking both ways. */
interface Row {
  readonly label: string;
  readonly up: number;
  readonly delivered: number;
  readonly missing: number;
  readonly doubled: number;
  /** From the hub's commit to arrival, ms in the mean. */
  readonly latencyMs: number;
  /** From saying something to its coming back, ms in the mean; absent where nothing comes back. */
  readonly echoMs?: number;
  /** What came back of what was said; absent where nothing comes back. */
  readonly echoed?: number;
}

/** E-DUP: up and down at the same time. */
export const duplex: Experiment = {
  name: 'duplex',
  title: 'E-DUP: up and down at the same time',
  claims: ['11', '12', '18'],
  prediction:
    'TCP carries both directions at once. What HTTP/1.1 does not allow is a second request on a connection whose answer has not ended, so who streams speaks by a second connection to the same port, and needs no other protocol for it.',
  method:
    `${DOWN_PER_SECOND} events a second come down (Poisson) to ${VIEWERS} viewers of each kind. WebSocket, speaking: each says ${UP_PER_SECOND} messages a second into the socket that the events come on. Streaming, speaking: ${UP_PER_SECOND} events a second are said by POST to the same port ` +
    'and come back on streams beside; the time from saying to coming back is taken. Beside them the same without a word.',
  run: (rim) => Bench.with(rim, { topics: [LAB_TOPIC, UP] }, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { address } = bench.server.target;
  const sockets = () => Array.from({ length: VIEWERS }, () => follow(address, rim.clock));
  const [mute, speaking] = [sockets(), sockets()];
  const way = wayOf('streaming', { intervalMs: 0 });
  const stream = bench.group({ way, size: VIEWERS });
  const echo = bench.group({ way, size: VIEWERS, topic: UP });
  for (const group of [stream, echo]) await bench.enter(group);
  let said = 0;
  const saying = setInterval(() => {
    const limits = LIMITS[said++ % LIMITS.length] ?? {};
    for (const { connection } of speaking) connection.limit(limits);
  }, 1_000 / UP_PER_SECOND);
  try {
    const before = await heardBytes(bench);
    const down = bench.speak({ perSecond: DOWN_PER_SECOND, rhythm: 'poisson' });
    const up = bench.speak({ perSecond: UP_PER_SECOND, rhythm: 'even', topic: UP });
    await bench.measure('duplex', MEASURE_MS);
    for (const { stop } of [down, up]) stop();
    await bench.measure('duplex, the last ones', LAST_MS, 1);
    const { published } = down.source;
    const heard = (await heardBytes(bench)) - before;
    return finding(
      {
        mute: socketRow('WebSocket, mute', mute, 0),
        speaking: socketRow('WebSocket, speaking', speaking, said * VIEWERS),
        stream: streamRow('streaming, with POSTs beside', stream, { up: up.source.published, echo }),
      },
      { published: published * VIEWERS, heard, scale: rim.scale },
    );
  } finally {
    clearInterval(saying);
    for (const { connection } of [...mute, ...speaking]) connection.close();
  }
}

/** What the server has read from WebSockets, bytes. */
const heardBytes = async (bench: Bench): Promise<number> =>
  (await bench.server.target.stats()).transports.get('websocket')?.bytesRead ?? 0;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function socketRow(label: string, followers: readonly Follower[], up: number): Row {
  const sum = (count: (follower: Follower) => number) => followers.reduce((all, one) => all + count(one), 0);
  return {
    label,
    up,
    delivered: sum(({ tally }) => tally.delivered),
    missing: sum(({ ledger, counts }) => ledger.missing + counts.missing),
    doubled: sum(({ ledger, counts }) => ledger.doubled + counts.double),
    latencyMs: mean(followers.map(({ tally }) => tally.latency.spread()?.mean ?? NaN)),
  };
}

function streamRow(label: string, { crowd, tally }: Group, { up, echo }: { up: number; echo: Group }): Row {
  return {
    label,
    up,
    delivered: tally.delivered,
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    latencyMs: tally.latency.spread()?.mean ?? NaN,
    echoMs: echo.tally.age.spread()?.mean ?? NaN,
    echoed: echo.tally.delivered,
  };
}

/** The rows by kind. */
interface Rows {
  readonly mute: Row;
  readonly speaking: Row;
  readonly stream: Row;
}

interface Run {
  /** Events down, times the viewers of a kind. */
  readonly published: number;
  /** What the server read from the sockets meanwhile, bytes. */
  readonly heard: number;
  readonly scale: number;
}

function finding(rows: Rows, run: Run): Finding {
  const { published } = run;
  return {
    verdicts: [sockets(rows, run), streams(rows, published)],
    tables: [
      {
        title: `${DOWN_PER_SECOND} events a second down, ${UP_PER_SECOND} up`,
        head: [
          ...['kind', 'said', 'delivered', 'published × viewers', 'missing', 'doubled'],
          ...['latency, mean ms', 'said and heard again, mean ms'],
        ],
        rows: Object.values(rows).map(
          ({ label, up, delivered, missing, doubled, latencyMs, echoMs }: Row) => [
            ...[label, String(up), String(delivered), String(published), String(missing), String(doubled)],
            ...[fixed(latencyMs), fixed(echoMs)],
          ],
        ),
      },
    ],
    plots: [],
    raw: { ...run, ...rows },
  };
}

const isWhole = ({ delivered, missing, doubled }: Row, published: number): boolean =>
  delivered === published && missing + doubled === 0;

function sockets({ mute, speaking }: Rows, { published, heard }: Run): ClaimVerdict {
  const { up, delivered } = speaking;
  const [wentUp, cameDown] = [heard >= up * LEAST_MESSAGE_BYTES, isWhole(speaking, published)];
  const isLate = speaking.latencyMs > 2 * mute.latencyMs + 1;
  const [late, lateMute] = [fixed(speaking.latencyMs), fixed(mute.latencyMs)];
  return {
    claim: '18: WebSocket is full duplex, it sends and receives at once',
    verdict: !cameDown ? 'not settled' : !wentUp ? 'false' : isLate ? 'partly' : 'true',
    because: `${up} messages (${heard} bytes, as the server read them) went up the sockets while ${delivered} of ${published} events came down them, ${late} ms late in the mean; ${lateMute} ms where nothing was said`,
    becauseKo: `소켓으로 메시지 ${up}건(서버가 읽은 바이트 ${heard})이 올라가는 동안 이벤트 ${published}건 중 ${delivered}건이 내려옴. 평균 지연 ${late} ms, 아무 말도 없을 때 ${lateMute} ms`,
  };
}

function streams({ stream }: Rows, published: number): ClaimVerdict {
  const { up, delivered, echoMs = NaN, echoed = 0 } = stream;
  const isAnswered = isWhole(stream, published) && echoed === up * VIEWERS;
  return {
    claim:
      '11, 12: a stream is no alternative, as one TCP port cannot read and write at once, and speaking needs a port other than TCP’s',
    // None of what was said beside a stream coming back is what the claim expects.
    verdict: isAnswered ? 'false' : echoed === 0 ? 'true' : 'not settled',
    because: `${up} ordinary POSTs to the same port came back on streams after ${fixed(echoMs)} ms in the mean, while ${delivered} of ${published} events came down the streams`,
    becauseKo: `같은 포트로 보낸 평범한 POST ${up}건이 평균 ${fixed(echoMs)} ms 만에 스트림으로 되돌아왔고, 그동안 이벤트 ${published}건 중 ${delivered}건이 스트림으로 내려옴`,
  };
}
