import { type Clock, fineClock, Gateway, seeded } from '@tickway/gateway';
import type { TransportName } from '@tickway/protocol';
import { startLabServer } from '../server/lab-server';
import { quietFeeds } from '../server/quiet-feeds';
import { runningTarget, type Target } from '../server/target';
import { eventGaps } from '../source/event-times';
import type { OutsideSource } from '../source/outside-source';
import { runSource } from '../source/run-source';
import { wayOf } from '../viewer/ways';
import { tcpWire } from '../wire/tcp-wire';
import type { LoadOptions } from './load-options';
import type { LoadReport, TransportReport } from './load-report';
import { thisMachine } from './machine';
import { measureTransport } from './measure-transport';
import { warningsOf } from './warnings';

/** What a run needs from the rim. */
export interface LoadRim {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How it was asked for, for the report. */
  readonly command: string;
  /** Told what is going on, and how far it is, 0 to 1. */
  readonly progress: (what: string, share: number) => void;
}

/** Runs each transport alone, one after the other, each on a fresh server unless one is named. */
export async function runLoad(options: LoadOptions, rim: LoadRim): Promise<LoadReport> {
  const date = new Date(rim.clock.now()).toISOString();
  const reports: [TransportName, TransportReport][] = [];
  for (const [index, name] of options.transports.entries()) {
    const progress = (what: string, share: number) =>
      rim.progress(what, (index + share) / options.transports.length);
    reports.push([name, await runOne(name, options, { ...rim, progress })]);
  }
  return {
    command: rim.command,
    date,
    machine: thisMachine(),
    seed: options.seed,
    options,
    transports: Object.fromEntries(reports),
    warnings: reports.flatMap(([name, report]) => warningsOf(name, report)),
  };
}

async function runOne(name: TransportName, options: LoadOptions, rim: LoadRim): Promise<TransportReport> {
  rim.progress(`${name}: starting the server`, 0);
  const { target, source, stop } = await open(options, rim);
  let gateway: Gateway | undefined;
  try {
    gateway = await gatewayTo(target, options);
    const pull = once(() => gateway?.pull((options.pullSeconds ?? 0) * 1_000));
    const report = await measureTransport({
      name,
      way: wayOf(name, options),
      target,
      entrance: gateway?.address ?? target.address,
      options,
      clock: rim.clock,
      dial: tcpWire,
      signal: rim.signal,
      progress: (share) => {
        rim.progress(name, share);
        if (share >= PULL_AT) pull();
      },
    });
    return source?.fault === undefined ? report : { ...report, faults: [...report.faults, source.fault] };
  } finally {
    gateway?.close();
    await stop();
  }
}

interface Opened {
  readonly target: Target;
  readonly source?: OutsideSource;
  stop(): Promise<void>;
}

const BATCHES_PER_SECOND = 10;

async function open({ url, seed, rate }: LoadOptions, { clock }: LoadRim): Promise<Opened> {
  if (url !== undefined) return { target: runningTarget(url), stop: () => Promise.resolve() };
  // A source of our own is to be measured, not the server's feeds beside it.
  const server = await startLabServer(seed, { settings: rate === undefined ? {} : quietFeeds });
  if (rate === undefined) return { target: server.target, stop: () => server.stop() };
  const gaps = eventGaps(BATCHES_PER_SECOND, 'even', seeded(seed, 'source'));
  const source = server.source();
  const quiet = runSource(source, { gaps, count: Math.ceil(rate / BATCHES_PER_SECOND) }, clock);
  const stop = () => {
    quiet();
    return server.stop();
  };
  return { target: server.target, source, stop };
}

async function gatewayTo(
  { address }: Target,
  { network, pullSeconds, seed }: LoadOptions,
): Promise<Gateway | undefined> {
  if (!network && pullSeconds === undefined) return undefined;
  return Gateway.open({
    server: address,
    clock: fineClock,
    random: seeded(seed, 'gateway'),
    ...(network && { network }),
  });
}

const PULL_AT = 0.25;

/** Does `act` the first time only. */
function once(act: () => void): () => void {
  let left: (() => void) | undefined = act;
  return () => {
    left?.();
    left = undefined;
  };
}
