import { fineClock } from '@tickway/gateway';
import { keysFilter, parseTopic } from '@tickway/protocol';
import type { Stats } from '@tickway/report';
import { performance } from 'node:perf_hooks';
import type { Histogram, Spread } from '../ledger/histogram';
import { quietFeeds } from '../server/quiet-feeds';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import { churn } from './churn';
import type { Experiment } from './experiment';
import { PUBLISHED, type HeldFigures, type Memory, type Phase } from './held-figures';
import { heldFinding } from './held-finding';
import { kernelGrowth, kernelMemory } from './kernel-memory';
import { mostSockets } from './most-sockets';
import { fixed } from './ratio';
import { spend } from './spend';

const VIEWERS = 10_000;
const LEAST_VIEWERS = 500;
const [OWN, TOGETHER] = [parseTopic('own'), parseTopic('together')];
/** Viewers of a key of the common topic. */
const GROUP = 10;
/** So that the fields of an update, its number and price included, have about 100 B. */
const PADDING = 60;
/** Of updates to a viewer, all told and half of them its own. */
const DELIVERIES_PER_VIEWER = 0.5;
const [OWN_BATCHES, TOGETHER_BATCHES] = [20, 10];
/** Requests at once, so that a slow one holds up no other: no key is told twice within seconds. */
const SOURCE_SOCKETS = 4;
/** 200,000 a minute of a million. */
const CHURN_PER_VIEWER = 0.2 / 60;
const ENTER_PER_SECOND = 400;
const WARM_VIEWERS = 100;
const [WARM_MS, ALONE_MS, SETTLE_MS, IDLE_MS, STEADY_MS, CHURN_MS] = [
  2_000, 5_000, 5_000, 15_000, 15_000, 30_000,
];

/** d-6 and the idle connections of d-7. */
export const tenThousand: Experiment = {
  name: 'ten-thousand',
  title: 'd-6: a hundredth of a million connections',
  claims: ['d-6', 'd-7'],
  prediction:
    `Published of a million: 27 GB, so some ${PUBLISHED.bytes / 1_000} kB a connection; 40 CPU for 500,000 deliveries a second, so ${PUBLISHED.cpuSeconds} CPU-seconds a million deliveries; p99 ${PUBLISHED.p99Ms} ms. Of 200,000 idle: ${PUBLISHED.idleBytes / 1_000} kB and 0.94 core, ` +
    `so ${fixed(PUBLISHED.idleShare * VIEWERS, 3)} core for ${VIEWERS}. Memory and CPU should scale with connections and deliveries; a pause of the garbage collector does not, and meets everybody at once.`,
  method:
    `${VIEWERS} WebSocket viewers in one process of the lab, or as many as it may have sockets, coming at ${ENTER_PER_SECOND} a second to one server process on the same machine. As in the published test each follows two channels: a key of its own in one topic, and in another a key that ${GROUP} share; ` +
    `so ${(VIEWERS * DELIVERIES_PER_VIEWER).toFixed(0)} deliveries a second of fields of about 100 B, ${OWN_BATCHES + TOGETHER_BATCHES} batches a second. First idle for ${IDLE_MS / 1_000} s, then spoken to for ${STEADY_MS / 1_000} s, then for ${CHURN_MS / 1_000} s while ${(VIEWERS * CHURN_PER_VIEWER * 60).toFixed(0)} a minute drop their connection and come back with their cursors. ` +
    'Memory: growth of the resident and of the heap, garbage included; the kernel’s is that of the machine, so of both ends. CPU: of all threads of the server, ingest, pings, handshakes and idling included. Delay: from the source’s request, and from the commit. A quick run has a tenth of the viewers.',
  run: async (rim) => {
    const wanted = Math.max(LEAST_VIEWERS, Math.round(VIEWERS * rim.scale));
    const viewers = Math.min(wanted, await mostSockets());
    const room = String(viewers * 2);
    const feeds = {
      ...quietFeeds,
      TICKWAY_INGEST_TOPICS: `${OWN}:latest,${TOGETHER}:latest`,
      ...{ TICKWAY_CAPACITY: room, TICKWAY_CAPACITY_PER_ADDRESS: room },
    };
    const figures = await Bench.with(rim, { feeds }, (bench) => measure(bench, { viewers, wanted }));
    return heldFinding(figures, rim);
  },
};

async function measure(
  bench: Bench,
  { viewers, wanted }: Pick<HeldFigures, 'viewers' | 'wanted'>,
): Promise<HeldFigures> {
  const { rim, server } = bench;
  const { stats } = server.target;
  await fill(bench, viewers);
  await bench.enter(group(bench, WARM_VIEWERS));
  await bench.wait(WARM_MS);
  const aloneShare = shareOf(await spend(bench, () => bench.wait(ALONE_MS * rim.scale)));
  const [before, kernelBefore] = [await stats(), await kernelMemory()];
  const memory = async (): Promise<Memory> => ({
    ...growth(before, await stats(), viewers),
    kernel: await kernelGrowth(kernelBefore, viewers),
  });

  const all = group(bench, viewers);
  rim.progress(`${viewers} viewers come`, 0.1);
  const enterMs = (viewers / ENTER_PER_SECOND) * 1_000;
  const coming = await spend(bench, () => bench.enter(all, enterMs, 60_000));
  if (!all.crowd.complete) throw new Error('not every viewer got its first frames');
  await bench.wait(SETTLE_MS);
  rim.progress(`${viewers} idle viewers`, 0.35);
  const idling = await spend(bench, () => bench.wait(IDLE_MS * rim.scale));
  const idle = await memory();
  const steady = await speaking(bench, all, { what: 'spoken to', ms: STEADY_MS });
  const churned = await speaking(bench, all, { what: 'with churn', ms: CHURN_MS, churning: true });
  const { crowd } = all;
  return {
    ...{ viewers, wanted, aloneShare, idle, steady, churned },
    idleShare: shareOf(idling),
    connectCpuMs: coming.cpuMs / viewers,
    after: await memory(),
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    losses: crowd.sum(({ losses }) => losses),
  };
}

const shareOf = ({ cpuMs, ms }: { cpuMs: number; ms: number }) => cpuMs / ms;

/** WebSocket viewers, each with a key of its own and one of its group's. */
const group = (bench: Bench, size: number): Group =>
  bench.group({
    way: wayOf('websocket', { intervalMs: 0 }),
    size,
    wishOf: (index) =>
      new Map([
        [OWN, keysFilter([`K${index}`])],
        [TOGETHER, keysFilter([`K${Math.floor(index / GROUP)}`])],
      ]),
  });

/** Every key has a value before anybody comes. */
async function fill({ server, rim }: Bench, viewers: number): Promise<void> {
  for (const [topic, keys] of keysOf(viewers)) {
    const source = server.source({ topic, keys, padding: PADDING });
    for (let left = keys; left > 0; left -= 1_000)
      await source.publish(Math.min(left, 1_000), rim.clock.now());
    if (source.fault !== undefined) throw new Error(source.fault);
  }
}

const keysOf = (viewers: number) =>
  [
    [OWN, viewers],
    [TOGETHER, Math.ceil(viewers / GROUP)],
  ] as const;

interface SpeakingPlan {
  readonly what: string;
  readonly ms: number;
  readonly churning?: boolean;
}

/** Lets both sources speak, and some viewers come back, for a while. */
async function speaking(
  bench: Bench,
  { crowd, tally }: Group,
  { what, ms, churning = false }: SpeakingPlan,
): Promise<Phase> {
  const viewers = crowd.viewers.length;
  const perSecond = (viewers * DELIVERIES_PER_VIEWER) / 2;
  const [own, together] = [
    speak(bench, OWN, { keys: viewers, perSecond, batches: OWN_BATCHES }),
    speak(bench, TOGETHER, {
      ...{ keys: Math.ceil(viewers / GROUP), perSecond: perSecond / GROUP },
      batches: TOGETHER_BATCHES,
    }),
  ];
  const stop = churning ? churn(crowd, viewers * CHURN_PER_VIEWER, fineClock) : () => undefined;
  await bench.wait(WARM_MS);
  tally.clear();
  const owed = () => own.source.accepted + together.source.accepted * GROUP;
  const [owedBefore, before, loop] = [owed(), crowd.counts(), performance.eventLoopUtilization()];
  let seconds = NaN;
  const spent = await spend(bench, async () => (seconds = await bench.measure(what, ms)));
  const [{ utilization }, after] = [performance.eventLoopUtilization(loop), crowd.counts()];
  const owedThen = owed();
  for (const end of [own.stop, together.stop, stop]) end();
  return {
    ...{ seconds, serverCpuMs: spent.cpuMs, generatorBusy: utilization },
    ...{ owed: owedThen - owedBefore, delivered: tally.delivered },
    ...{ latencyMs: spreadOf(tally.latency), ageMs: spreadOf(tally.age) },
    payloadBytes: after.bytes.payload - before.bytes.payload,
    reconnects: after.connections - before.connections,
  };
}

function spreadOf(times: Histogram): Spread {
  const spread = times.spread();
  if (!spread) throw new Error('nothing was delivered');
  return spread;
}

function speak(
  bench: Bench,
  topic: string,
  { keys, perSecond, batches }: { keys: number; perSecond: number; batches: number },
) {
  const count = Math.max(1, Math.round(perSecond / batches));
  const form = { topic, keys, padding: PADDING, sockets: SOURCE_SOCKETS };
  return bench.speak({ ...form, rhythm: 'even', perSecond: perSecond / count, count });
}

const growth = (before: Stats, after: Stats, viewers: number) => ({
  residentBytes: (after.rssBytes - before.rssBytes) / viewers,
  heapBytes: ((after.heap?.usedBytes ?? NaN) - (before.heap?.usedBytes ?? NaN)) / viewers,
});
