import { autoSwitch, type AutoState, type Step } from '@tickway/client';
import { clearNetwork, seeded, type Clock, type Gateway, type Network, type Random } from '@tickway/gateway';
import type { TransportName } from '@tickway/protocol';
import { Bench } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { follow, type Follower } from './follower';
import { fixed } from './ratio';

const HEARTBEAT_MS = 15_000;
const REPLACE_MS = 2 * HEARTBEAT_MS;
const CLIMB_MS = 30_000;
const CONNECTIONS = 5;
const REPEATS = 4;
const EVENTS_PER_SECOND = 20;
const CALM_MS = 5_000;
/** A fault lasts anything between, so that the repair meets the schedule of tries everywhere. */
const FAULT_MS = [40_000, 70_000] as const;
const LAST_MS = 5_000;

interface Fault {
  readonly label: string;
  readonly network: Partial<Network>;
  /** Whether it is there when the connection begins. */
  readonly fromTheStart: boolean;
  /** What auto mode has to find. */
  readonly best: TransportName;
}

const upgradeGone = { stripUpgrade: true };
const faults: readonly Fault[] = [
  { label: 'none', network: {}, fromTheStart: true, best: 'websocket' },
  { label: 'opened, then silent', network: { silent: true }, fromTheStart: true, best: 'streaming' },
  { label: 'live, then silent', network: { silent: true }, fromTheStart: false, best: 'streaming' },
  { label: 'Upgrade not passed on', network: upgradeGone, fromTheStart: true, best: 'streaming' },
  {
    label: 'Upgrade not passed on, answers held back',
    network: { ...upgradeGone, buffering: true },
    fromTheStart: true,
    best: 'long-polling',
  },
];

/** One connection in auto mode: when it was live on what, and why. */
interface Rider {
  readonly follower: Follower;
  readonly stop: () => void;
  readonly steps: readonly Step[];
}

/** What became of one connection through one fault. */
interface Passage {
  readonly fault: string;
  /** From the fault to the first frame on the transport that works, ms; absent if it was never found. */
  readonly replacedMs?: number;
  /** From the repair to the first frame on the WebSocket, ms; absent if it never came. */
  readonly climbedMs?: number;
  readonly steps: readonly string[];
  readonly missing: number;
  readonly doubled: number;
  readonly delivered: number;
  /** The latest arrival, ms after its commit: how long the viewer saw old values. */
  readonly latestMs: number;
}

/** E-AUTO: how soon auto mode falls, and climbs back. */
export const auto: Experiment = {
  name: 'auto',
  title: 'E-AUTO: falls back, climbs back',
  claims: ['target of issue 4', 'A9'],
  prediction:
    'An opened-then-silent WebSocket is left after 5 s without a first frame, one that falls silent after one and a half heartbeats, 22.5 s: both within two heartbeats, 30 s. A refused upgrade is left at once. ' +
    'A better transport is tried at most every 20 s, and a try lasts at most 5 s, so a repair is found within 30 s. Each step is a live switch: 0 missing, 0 doubled.',
  method:
    `${CONNECTIONS} connections of the SDK in auto mode with its own times (heartbeat ${HEARTBEAT_MS / 1_000} s) for each fault, each fault in a gateway of its own, ${REPEATS} times side by side; the fault lasts ${FAULT_MS[0] / 1_000} to ${FAULT_MS[1] / 1_000} s at ` +
    `chance, then it is repaired; ${EVENTS_PER_SECOND} numbered events a second (Poisson). Time is taken to the first frame on the transport that works. What the SDK delivers is checked by the lab’s own books.`,
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  const repeats = Math.ceil(REPEATS * rim.scale);
  const all = repeats * faults.length;
  let over = 0;
  const tell = () => rim.progress(`auto, ${over} of ${all} faults repaired`, over / all);
  tell();
  // All at once: it is waiting, nearly all of it.
  const passing = Array.from({ length: repeats }, (_, i) => {
    const random = seeded(rim.seed, `auto ${i}`);
    return faults.map(async (fault) => {
      const passed = await pass(fault, bench, random);
      over++;
      tell();
      return passed;
    });
  });
  const passages = (await Promise.all(passing.flat())).flat();
  stop();
  return finding(passages, rim);
}

/** Leads connections through one fault and its repair. */
async function pass(fault: Fault, bench: Bench, random: Random): Promise<readonly Passage[]> {
  const { clock } = bench.rim;
  const faultMs = FAULT_MS[0] + (FAULT_MS[1] - FAULT_MS[0]) * random();
  const gateway = await bench.gateway(fault.fromTheStart ? fault.network : {});
  const riders = Array.from({ length: CONNECTIONS }, () => ride(gateway, clock));
  try {
    if (!fault.fromTheStart) await bench.wait(CALM_MS);
    gateway.network = { ...clearNetwork, ...fault.network };
    const found = riders.map((rider) => arrival(rider, fault.best, clock));
    await bench.wait(faultMs);
    gateway.network = clearNetwork;
    const back = riders.map((rider) => arrival(rider, 'websocket', clock));
    await bench.wait(CLIMB_MS + LAST_MS);
    return riders.map((rider, i) => passageOf(fault, rider, { found: found[i]?.(), back: back[i]?.() }));
  } finally {
    for (const { stop } of riders) stop();
  }
}

function ride({ address }: Gateway, clock: Clock): Rider {
  const follower = follow(address, clock);
  const { state, stop } = autoSwitch(follower.connection);
  const steps: Step[] = [];
  state.subscribe(({ steps: told }: AutoState) =>
    steps.push(...told.filter((step) => !steps.includes(step))),
  );
  const end = () => {
    stop();
    follower.connection.close();
  };
  return { follower, stop: end, steps };
}

/** How long from now until it is live on `wanted` for the first time, ms, as far as it is known when asked. */
function arrival({ follower }: Rider, wanted: TransportName, clock: Clock): () => number | undefined {
  const begin = clock.now();
  let ms: number | undefined;
  follower.connection.status.subscribe(({ transport, state }) => {
    if (transport === wanted && state === 'live') ms ??= clock.now() - begin;
  });
  return () => ms;
}

function passageOf(
  fault: Fault,
  { follower, steps }: Rider,
  { found, back }: { found: number | undefined; back: number | undefined },
): Passage {
  const { ledger, tally } = follower;
  return {
    fault: fault.label,
    ...(found !== undefined && { replacedMs: found }),
    ...(back !== undefined && { climbedMs: back }),
    steps: steps.map(({ from, to, reason }) => `${from} → ${to}: ${reason.type}`),
    missing: ledger.missing + follower.counts.missing,
    doubled: ledger.doubled + follower.counts.double,
    delivered: tally.delivered,
    latestMs: tally.latency.spread()?.max ?? NaN,
  };
}

function finding(passages: readonly Passage[], { scale }: ExperimentRim): Finding {
  const faulty = passages.filter(({ fault }) => fault !== 'none');
  const silent = passages.filter(({ fault }) => fault.endsWith('then silent'));
  return {
    verdicts: [
      within(
        'ours: an opened-then-silent WebSocket is replaced within two heartbeats',
        silent.map(({ replacedMs }) => replacedMs),
        REPLACE_MS,
      ),
      within(
        'ours: it climbs back within 30 s of the repair, whatever the fault was',
        faulty.map(({ climbedMs }) => climbedMs),
        CLIMB_MS,
      ),
      nothingLost(passages),
    ],
    tables: [
      {
        title: 'Each fault',
        head: [
          'fault',
          'connections',
          'found what works, s',
          'at most',
          'back on WebSocket, s',
          'at most',
          'most steps',
          'latest arrival, s',
          'missing',
          'doubled',
        ],
        rows: faults.map(({ label }) => rowOf(label, passages)),
      },
      { title: 'The ways they went', head: ['fault', 'steps', 'connections'], rows: ways(passages) },
    ],
    plots: [],
    raw: { scale, passages },
  };
}

/** The verdict on times that must all be there and within a bound, ms. */
function within(claim: string, times: readonly (number | undefined)[], boundMs: number): ClaimVerdict {
  const known = times.filter((ms) => ms !== undefined);
  const good = known.filter((ms) => ms <= boundMs).length;
  return {
    claim,
    verdict: good === times.length ? 'true' : good > 0 ? 'partly' : 'false',
    becauseKo: `${times.length}번 중 ${good}번이 ${seconds(boundMs)}초 안. 중앙값 ${seconds(median(known))}초, 최대 ${seconds(Math.max(...known))}초`,
    because: `${good} of ${times.length} times within ${seconds(boundMs)} s; ${seconds(median(known))} s in the median, ${seconds(Math.max(...known))} s at most`,
  };
}

function nothingLost(passages: readonly Passage[]): ClaimVerdict {
  const sum = (count: (passage: Passage) => number) => passages.reduce((all, one) => all + count(one), 0);
  const [missing, doubled] = [sum((one) => one.missing), sum((one) => one.doubled)];
  return {
    claim: 'ours: falling and climbing lose and double nothing',
    // Who got nothing lost nothing either.
    verdict: missing + doubled === 0 && passages.every(({ delivered }) => delivered > 0) ? 'true' : 'false',
    becauseKo: `전환 ${sum(({ steps }) => steps.length)}번에 걸친 전달 ${sum(({ delivered }) => delivered)}건 중 누락 ${missing}건, 중복 ${doubled}건`,
    because: `${sum(({ delivered }) => delivered)} deliveries over ${sum(({ steps }) => steps.length)} steps, ${missing} missing, ${doubled} doubled`,
  };
}

function rowOf(label: string, passages: readonly Passage[]): readonly string[] {
  const of = passages.filter(({ fault }) => fault === label);
  const [found, back] = [of.map(({ replacedMs }) => replacedMs), of.map(({ climbedMs }) => climbedMs)];
  return [
    label,
    String(of.length),
    ...spreadOf(found),
    ...spreadOf(back),
    String(Math.max(...of.map(({ steps }) => steps.length))),
    seconds(Math.max(...of.map(({ latestMs }) => latestMs))),
    String(of.reduce((sum, { missing }) => sum + missing, 0)),
    String(of.reduce((sum, { doubled }) => sum + doubled, 0)),
  ];
}

/** Median and maximum, s; a time that never came is the maximum. */
const spreadOf = (times: readonly (number | undefined)[]): readonly [string, string] => [
  seconds(median(times.map((ms) => ms ?? Infinity))),
  times.includes(undefined) ? 'never' : seconds(Math.max(...times.map((ms) => ms ?? NaN))),
];

function ways(passages: readonly Passage[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const { fault, steps } of passages) {
    const way = JSON.stringify([fault, steps.join('; ') || 'none']);
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  return [...counts].map(([way, count]) => [...(JSON.parse(way) as [string, string]), String(count)]);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const seconds = (ms: number): string => fixed(ms / 1_000);
