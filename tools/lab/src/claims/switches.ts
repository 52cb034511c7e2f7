import { exponential, type Random, seeded } from '@tickway/gateway';
import { transportNames, type TransportName } from '@tickway/protocol';
import { Bench } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
import { follow, type Follower } from './follower';
import { fixed } from './ratio';

const SWITCHES = 1_000;
const CONNECTIONS = 10;
const EVENTS_PER_SECOND = 20;
const MEAN_STAY_MS = 400;
const NETWORK = { rttMs: 50, loss: 0.01 };
const LAST_MS = 10_000;

/** 1,000 live switches of the SDK on a bad line. */
export const switches: Experiment = {
  name: 'switches',
  title: `${SWITCHES} live switches of the SDK on a lossy line`,
  claims: ['target of issue 4'],
  prediction:
    'A switch opens the new transport with the present cursors and drops what both bring: 0 missing, 0 double, order kept.',
  method:
    `${CONNECTIONS} connections of the SDK through one gateway (RTT ${NETWORK.rttMs} ms, ${NETWORK.loss * 100} % of segments lost), each switching to another transport at chance, every ${MEAN_STAY_MS} ms in the mean, also while a switch is ` +
    `under way; ${EVENTS_PER_SECOND} numbered events a second (Poisson). What the SDK delivers is checked by the lab’s own books, by cursors and by the running numbers.`,
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { address } = await bench.gateway(NETWORK);
  const wanted = SWITCHES * rim.scale;
  const followers = Array.from({ length: CONNECTIONS }, () =>
    follow(address, rim.clock, { pollingIntervalMs: 200 }),
  );
  try {
    await bench.wait(2_000);
    const { source, stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
    const done = () => followers.reduce((sum, { counts }) => sum + counts.switches, 0);
    await Promise.all(
      followers.map((follower, i) =>
        wander(follower, { bench, random: seeded(rim.seed, `switch ${i}`), over: () => done() >= wanted }),
      ),
    );
    stop();
    await bench.wait(LAST_MS);
    return finding(followers, source.published, rim);
  } finally {
    for (const { connection } of followers) connection.close();
  }
}

interface Wandering {
  readonly bench: Bench;
  readonly random: Random;
  readonly over: () => boolean;
}

async function wander({ connection }: Follower, { bench, random, over }: Wandering): Promise<void> {
  let present: TransportName = 'websocket';
  while (!over()) {
    await bench.wait(exponential(random, MEAN_STAY_MS));
    const others = transportNames.filter((name) => name !== present);
    present = others[Math.floor(random() * others.length)] ?? present;
    connection.switchTo(present);
  }
}

function finding(followers: readonly Follower[], published: number, { scale }: ExperimentRim): Finding {
  const sum = (count: (follower: Follower) => number) => followers.reduce((all, one) => all + count(one), 0);
  const total = {
    switches: sum(({ counts }) => counts.switches),
    expected: published * followers.length,
    delivered: sum(({ tally }) => tally.delivered),
    missing: sum(({ ledger }) => ledger.missing),
    doubled: sum(({ ledger }) => ledger.doubled),
    sdkMissing: sum(({ counts }) => counts.missing),
    sdkDouble: sum(({ counts }) => counts.double),
    gaps: sum(({ ledger }) => ledger.gaps),
    reconnects: sum(({ counts }) => counts.reconnects),
    latestMs: Math.max(...followers.map(({ tally }) => tally.latency.spread()?.max ?? 0)),
  };
  const clean = total.missing + total.doubled === 0 && total.delivered === total.expected;
  return {
    verdicts: [
      {
        claim: `ours: ${SWITCHES} live switches at RTT ${NETWORK.rttMs} ms and ${NETWORK.loss * 100} % loss lose and double nothing`,
        verdict: clean ? 'true' : 'false',
        becauseKo: `전환 ${total.switches}번, 갱신 ${total.expected}건 중 ${total.delivered}건 전달, 누락 ${total.missing}, 중복이나 순서 뒤바뀜 ${total.doubled}`,
        because: `${total.switches} switches, ${total.delivered} of ${total.expected} updates delivered, ${total.missing} missing, ${total.doubled} doubled or out of order`,
      },
    ],
    tables: [
      {
        title: 'All connections together',
        head: ['what', 'figure'],
        rows: Object.entries(total).map(([what, figure]) => [what, fixed(figure, 0)]),
      },
    ],
    plots: [],
    raw: { scale, published, connections: followers.length, ...total },
  };
}
