import { type Address, type Clock, seeded } from '@tickway/gateway';
import type { TransportName } from '@tickway/protocol';
import { performance } from 'node:perf_hooks';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import type { Stats } from '@tickway/report';
import type { Target } from '../server/target';
import type { Way } from '../viewer/viewer';
import type { Dial } from '../wire/wire';
import { Crowd, type CrowdCounts } from './crowd';
import type { LoadOptions } from './load-options';
import type { TransportReport } from './load-report';
import { pause } from './pause';
import { reportTransport } from './report-transport';

/** What a measurement of one transport needs. */
export interface Measurement {
  readonly name: TransportName;
  readonly way: Way;
  readonly target: Target;
  /** Where viewers connect to: the server itself, or a gateway before it. */
  readonly entrance: Address;
  readonly options: Pick<LoadOptions, 'viewers' | 'seconds' | 'rampSeconds' | 'topics' | 'seed'>;
  readonly clock: Clock;
  readonly dial: Dial;
  readonly signal: AbortSignal;
  /** Told now and then how far it is, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** The state of everything that counts, at one moment. */
export interface Reading {
  readonly stats: Stats;
  readonly counts: CrowdCounts;
  /** Event-loop utilisation since the process began, to be compared. */
  readonly loop: ReturnType<typeof performance.eventLoopUtilization>;
  /** ms */
  readonly at: number;
}

/** The server at the begin and at the end of a while without viewers. */
export type Idle = readonly [begin: Stats, end: Stats];

/** What was read in the course of a measurement. */
export interface Readings {
  /** The server without viewers for a while, before they came and after they left. */
  readonly idle: readonly [before: Idle, after: Idle];
  readonly begin: Reading;
  readonly end: Reading;
}

/** A young process compiles: that is not what idling costs. */
const WARM_MS = 1_500;
const IDLE_MS = 4_000;
const SETTLE_MS = 500;
const LONGEST_START_MS = 30_000;
const BEAT_MS = 200;

/** Measures one transport: the server alone, the viewers' coming, then `seconds` of steady running. */
export async function measureTransport(measurement: Measurement): Promise<TransportReport> {
  const { options, clock, signal } = measurement;
  const tally = new Tally();
  const crowd = makeCrowd(measurement, tally);
  try {
    await pause(clock, WARM_MS, signal);
    const before = await idle(measurement);
    await crowd.enter(clock, options.rampSeconds * 1_000, signal);
    await allStarted(crowd, measurement);
    const begin = await read(crowd, measurement);
    tally.measuring = true;
    await beats(measurement);
    tally.measuring = false;
    const end = await read(crowd, measurement);
    crowd.leave();
    await pause(clock, SETTLE_MS, signal);
    return reportTransport(crowd, tally, { idle: [before, await idle(measurement)], begin, end });
  } finally {
    crowd.leave();
  }
}

async function idle({ target, clock, signal }: Measurement): Promise<Idle> {
  const begin = await target.stats();
  await pause(clock, IDLE_MS, signal);
  return [begin, await target.stats()];
}

function makeCrowd(measurement: Measurement, tally: Tally): Crowd {
  const { options, clock, dial, way, entrance } = measurement;
  const memo = new FrameMemo();
  return new Crowd(options.viewers, (index) => ({
    server: entrance,
    topics: options.topics,
    way,
    clock,
    dial,
    memo,
    tally,
    random: seeded(options.seed, `viewer ${index}`),
  }));
}

/** Waits until every viewer has its first frames, or has been refused; a viewer that never gets them shows in the report. */
async function allStarted(crowd: Crowd, { clock, signal }: Measurement): Promise<void> {
  const latest = clock.now() + LONGEST_START_MS;
  while (!crowd.decided && clock.now() < latest) await pause(clock, BEAT_MS, signal);
  await pause(clock, SETTLE_MS, signal);
}

async function beats({ clock, signal, options, progress }: Measurement): Promise<void> {
  const whole = options.seconds * 1_000;
  const begin = clock.now();
  for (let passed = 0; passed < whole; passed = clock.now() - begin) {
    progress(passed / whole);
    await pause(clock, Math.min(BEAT_MS, whole - passed), signal);
  }
  progress(1);
}

async function read(crowd: Crowd, { target, clock }: Measurement): Promise<Reading> {
  const stats = await target.stats();
  return { stats, counts: crowd.counts(), loop: performance.eventLoopUtilization(), at: clock.now() };
}
