import type { TransportName } from '@tickway/protocol';
import type { Plot } from '@tickway/report';
import { performance } from 'node:perf_hooks';
import { delaysOf, LATE_MS, type Delays } from '../sample/delays';
import { SampleClient } from '../sample/sample-client';
import { LAB_TOPIC, type OutsideSource } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';
import { spend } from './spend';

const NAMES = ['websocket', 'socket.io', 'streaming'] as const satisfies readonly TransportName[];
const PER_SECOND = 10;
const [STEPS, LEAST_STEPS] = [10, 3];
/** Clients that come at once, and after a pause as many again: a step. */
const HALF_STEP = 50;
const [ENTER_MS, SETTLE_MS, MEASURE_MS] = [400, 500, 4_500];
/** Bytes of text in each update: five fields of ten. */
const PADDING = 50;
/** Of a core, or of an event loop: from here on it is no longer the transport that is measured. */
const SATURATED = { generator: 0.7, server: 0.9 } as const;

type Name = (typeof NAMES)[number];

/** One step of one transport. */
interface Step {
  readonly name: Name;
  readonly clients: number;
  readonly seconds: number;
  /** Updates, of all clients but the sample. */
  readonly delivered: number;
  /** What the source's updates must come to. */
  readonly owed: number;
  /** Of the sample. */
  readonly delays: Delays;
  readonly serverShare: number;
  readonly generatorBusy: number;
}

/** d-11: clients come in steps, and a sample of them measures. */
export const clientSteps: Experiment = {
  name: 'client-steps',
  title: 'd-11: a hundred clients more at a time',
  claims: ['d-11'],
  prediction:
    'No figures were published, only charts. Here each update is encoded once and each client is a cursor, so the delay grows in a line with the clients, some tens of microseconds each, until the server or whoever loads it is saturated; then all updates since the last are told in one frame.',
  method:
    `After the toolkit of 2013: ${PER_SECOND} updates a second, stamped by the server’s hub and each delivered; ${2 * HALF_STEP} clients more at each step, ${HALF_STEP} at a time, to ${2 * HALF_STEP * STEPS} or until something is saturated (generator ${SATURATED.generator * 100} %, server ${SATURATED.server * 100} % of a core); ${MEASURE_MS / 1_000} s a step where theirs had a minute. ` +
    `The delay is measured by a sample client in a thread of its own, one connection more a step between the two halves, so that it has connections early and late in the order of writing. Delays over ${LATE_MS} ms are flagged; a negative one would be an error of the clocks, which here are one. Each transport on a server of its own.`,
  run: async (rim) => {
    const all: Step[] = [];
    for (const name of NAMES) all.push(...(await Bench.with(rim, {}, (bench) => climb(bench, name))));
    return finding(all, rim);
  },
};

async function climb(bench: Bench, name: Name): Promise<readonly Step[]> {
  const { rim, server } = bench;
  const { address } = server.target;
  const sample = new SampleClient({ server: address, name, topic: LAB_TOPIC, seed: rim.seed });
  const { source, stop } = bench.speak({ perSecond: PER_SECOND, rhythm: 'even', padding: PADDING });
  try {
    const [climbed, groups]: [Step[], Group[]] = [[], []];
    const most = Math.max(LEAST_STEPS, Math.round(STEPS * rim.scale));
    while (climbed.length < most && !climbed.some(isSaturated)) {
      await moreClients(bench, { name, groups, sample, source });
      climbed.push(await step(bench, { name, groups, sample, source }));
    }
    return climbed;
  } finally {
    stop();
    await sample.end();
  }
}

interface Climbers {
  readonly name: Name;
  readonly groups: Group[];
  readonly sample: SampleClient;
  readonly source: OutsideSource;
}

async function moreClients(bench: Bench, { name, groups, sample }: Climbers): Promise<void> {
  for (const between of [() => sample.another(), () => Promise.resolve()]) {
    const group = bench.group({ way: wayOf(name, { intervalMs: 0 }), size: HALF_STEP });
    groups.push(group);
    await bench.enter(group, ENTER_MS);
    await between();
  }
  await bench.wait(SETTLE_MS);
}

async function step(bench: Bench, { name, groups, sample, source }: Climbers): Promise<Step> {
  const clients = groups.length * HALF_STEP;
  for (const { tally } of groups) tally.clear();
  const loop = performance.eventLoopUtilization();
  await sample.delays();
  let seconds = NaN;
  const spent = await spend(
    bench,
    async () => {
      seconds = await bench.measure(`${name}, ${clients} clients`, MEASURE_MS);
    },
    source,
  );
  return {
    ...{ name, clients, seconds },
    delays: delaysOf(await sample.delays()),
    delivered: groups.reduce((sum, { tally }) => sum + tally.delivered, 0),
    owed: spent.accepted * clients,
    serverShare: spent.cpuMs / spent.ms,
    generatorBusy: performance.eventLoopUtilization(loop).utilization,
  };
}

const isSaturated = ({ generatorBusy, serverShare }: Step) =>
  generatorBusy > SATURATED.generator || serverShare > SATURATED.server;

function finding(all: readonly Step[], { scale }: ExperimentRim): Finding {
  return {
    verdicts: [compared(all), timely(all)],
    tables: NAMES.map((name) => table(name, of(all, name))),
    plots: [plot(all), loadPlot(all)],
    raw: { scale, steps: all },
  };
}

const of = (all: readonly Step[], name: Name) => all.filter((step) => step.name === name);

const table = (name: Name, climbed: readonly Step[]) => ({
  title: name,
  head: [
    'clients',
    'updates a second',
    'of what is owed %',
    'delay: mean',
    'median',
    'sd',
    'at most, ms',
    `over ${LATE_MS} ms`,
    'negative',
    'samples',
    'server, % of a core',
    'generator busy %',
  ],
  rows: climbed.map(({ clients, seconds, delivered, owed, delays, serverShare, generatorBusy }) => [
    String(clients),
    fixed(delivered / seconds, 0),
    fixed((delivered / owed) * 100),
    ...[delays.mean, delays.median, delays.deviation].map((ms) => fixed(ms)),
    fixed(delays.max, 0),
    ...[delays.late, delays.negative, delays.count].map(String),
    ...[serverShare, generatorBusy].map((share) => fixed(share * 100, 0)),
  ]),
});

const plot = (all: readonly Step[]): Plot => ({
  ...{ name: 'client-steps', title: 'Delay by clients', x: 'clients', y: 'mean delay of the sample, ms' },
  series: NAMES.map((name) => ({
    ...{ label: name, kind: 'dots' },
    points: of(all, name).map(({ clients, delays }) => [clients, delays.mean]),
  })),
});

const loadPlot = (all: readonly Step[]): Plot => ({
  ...{ name: 'client-steps-load', title: 'Server by clients', x: 'clients', y: '% of a core' },
  series: NAMES.map((name) => ({
    ...{ label: name, kind: 'dots' },
    points: of(all, name).map(({ clients, serverShare }) => [clients, serverShare * 100]),
  })),
});

/** The last step of each transport. */
const tops = (all: readonly Step[]) => NAMES.flatMap((name) => of(all, name).at(-1) ?? []);

function compared(all: readonly Step[]): ClaimVerdict {
  const told = (unit: (figures: string[], step: Step) => string) =>
    tops(all)
      .map((step) => unit([fixed(step.delays.mean), fixed(step.delays.deviation)], step))
      .join(', ');
  return {
    claim: 'd-11: under load one server stays timely where another falls behind by seconds',
    verdict: 'not settled',
    because: `there are no published numbers to compare with, only charts of another server; by its method ours shows, as mean delay and standard deviation: ${told(([mean, sd], { name, clients }) => `${name} ${mean} ± ${sd} ms at ${clients} clients`)}`,
    becauseKo: `비교할 발표 수치는 없고 다른 서버의 도표만 있음. 같은 방법으로 잰 이 서버의 평균 지연과 표준편차: ${told(([mean, sd], { name, clients }) => `${name} 클라이언트 ${clients}개에서 ${mean} ± ${sd} ms`)}`,
  };
}

function timely(all: readonly Step[]): ClaimVerdict {
  const count = (which: 'late' | 'negative' | 'count') =>
    all.reduce((sum, { delays }) => sum + delays[which], 0);
  const [en, ko] = ending(all);
  const served = Math.min(...all.map(({ delivered, owed }) => delivered / owed));
  const highest = Math.max(...all.map(({ delays }) => delays.max));
  return {
    claim: `ours: no transport is ${LATE_MS / 1_000} s late in any step`,
    verdict: count('late') === 0 && count('count') > 0 ? 'true' : 'false',
    because: `${count('late')} of ${count('count')} delays over ${LATE_MS} ms, the longest ${fixed(highest, 0)} ms; ${count('negative')} negative; at least ${fixed(served * 100)} % of the updates owed came within each step; ${en}`,
    becauseKo: `지연 ${count('count')}건 중 ${LATE_MS} ms를 넘은 것 ${count('late')}건, 가장 긴 것 ${fixed(highest, 0)} ms, 음수 ${count('negative')}건. 단계마다 보낼 갱신의 ${fixed(served * 100)} % 이상 도착. ${ko}`,
  };
}

/** Why each transport's steps ended. */
function ending(all: readonly Step[]): readonly [en: string, ko: string] {
  const stopped = tops(all).filter(isSaturated);
  if (stopped.length === 0) {
    const clients = Math.max(...all.map((step) => step.clients));
    return [`nothing was saturated at ${clients} clients`, `클라이언트 ${clients}개까지 포화되지 않음`];
  }
  const lists = stopped.map(({ name, clients, serverShare, generatorBusy }) => {
    const [server, generator] = [serverShare, generatorBusy].map((share) => fixed(share * 100, 0));
    return [
      `${name} ended at ${clients} clients with the server at ${server} % of a core and the generator busy ${generator} %`,
      `${name}은 클라이언트 ${clients}개에서 서버가 코어의 ${server} %, 생성기가 ${generator} % 바빠서 멈춤`,
    ] as const;
  });
  return [lists.map(([en]) => en).join('; '), lists.map(([, ko]) => ko).join('. ')];
}
