import type { TransportName } from '@tickway/protocol';
import { performance } from 'node:perf_hooks';
import type { Clock } from '../clock/clock';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { seeded } from '../random/seeded';
import type { Stats } from '../server/stats';
import type { Target } from '../server/target';
import type { Way } from '../viewer/viewer';
import type { Address, Dial } from '../wire/wire';
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

/** What was read in the course of a measurement. */
export interface Readings {
  /** The server before and after a second or two without viewers. */
  readonly idle: readonly [Stats, Stats];
  readonly begin: Reading;
  readonly end: Reading;
}

const IDLE_MS = 2_000;
const SETTLE_MS = 500;
const LONGEST_START_MS = 30_000;
const BEAT_MS = 200;

/** Measures one transport: the server alone, the viewers' coming, then `seconds` of steady running. */
export async function measureTransport(measurement: Measurement): Promise<TransportReport> {
  const { target, options, clock, signal } = measurement;
  const tally = new Tally();
  const crowd = makeCrowd(measurement, tally);
  try {
    const before = await target.stats();
    await pause(clock, IDLE_MS, signal);
    const after = await target.stats();
    await crowd.enter(clock, options.rampSeconds * 1_000, signal);
    await allStarted(crowd, measurement);
    const begin = await read(crowd, measurement);
    tally.measuring = true;
    await beats(measurement);
    tally.measuring = false;
    const end = await read(crowd, measurement);
    return reportTransport(crowd, tally, { idle: [before, after], begin, end });
  } finally {
    crowd.leave();
  }
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

/** Waits until every viewer has its first frames; a viewer that never gets them shows in the report. */
async function allStarted(crowd: Crowd, { clock, signal }: Measurement): Promise<void> {
  const latest = clock.now() + LONGEST_START_MS;
  while (!crowd.complete && clock.now() < latest) await pause(clock, BEAT_MS, signal);
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
