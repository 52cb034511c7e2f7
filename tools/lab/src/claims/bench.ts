import {
  type Address,
  clearNetwork,
  exactClock,
  fineClock,
  Gateway,
  type Network,
  seeded,
} from '@tickway/gateway';
import { parseTopic, type Received } from '@tickway/protocol';
import type { Filters } from '../ledger/ledger';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { Crowd } from '../load/crowd';
import { pause } from '../load/pause';
import { startLabServer, type LabServer, type SourceForm } from '../server/lab-server';
import type { Settings } from '../server/built-server';
import { quietFeeds } from '../server/quiet-feeds';
import { eventGaps, type Rhythm } from '../source/event-times';
import { LAB_TOPIC, type OutsideSource } from '../source/outside-source';
import { runSource } from '../source/run-source';
import type { Way } from '../viewer/viewer';
import { tcpWire } from '../wire/tcp-wire';
import type { ExperimentRim } from './experiment';

/** Some viewers of one kind. */
export interface GroupOptions {
  readonly way: Way;
  readonly size: number;
  /** @default the server itself */
  readonly entrance?: Address;
  /** The topic of all, or of each. @default LAB_TOPIC */
  readonly topic?: string | ((index: number) => string);
  /** What each wants of which topics, in place of all of one topic. */
  readonly wishOf?: (index: number) => Filters;
  /** Hears of each frame of each viewer. */
  readonly seen?: (frame: Received) => void;
  /** Hears of each request of each viewer. */
  readonly asked?: () => void;
  /** How long a viewer waits before it comes back after a loss, ms. */
  readonly comeBackMs?: () => number;
}

/** Viewers and what they got. */
export interface Group {
  readonly crowd: Crowd;
  readonly tally: Tally;
}

/** Mean latency of what a group got, ms; not a number when nothing came. */
export const meanLatency = ({ tally }: Group): number => tally.latency.spread()?.mean ?? NaN;

/** A source that speaks by itself. */
export interface SpeakingOptions extends SourceForm {
  readonly perSecond: number;
  readonly rhythm: Rhythm;
  /** Updates each time; @default 1 */
  readonly count?: number;
}

/** A server, sources, gateways and viewers of one experiment, all ended together. */
export class Bench {
  readonly #endings: (() => unknown)[] = [];
  readonly #groups: Group[] = [];
  readonly #sources: OutsideSource[] = [];
  readonly #memo = new FrameMemo();
  #measured = 0;
  /** How often it will measure, one after the other: what is told is how far all of it is. */
  stages = 1;

  private constructor(
    readonly rim: ExperimentRim,
    readonly server: LabServer,
  ) {}

  /** Opens a bench for as long as `work` takes. */
  static async with<Result>(
    rim: ExperimentRim,
    { topics, feeds = quietFeeds }: { topics?: readonly string[]; feeds?: Settings },
    work: (bench: Bench) => Promise<Result>,
  ): Promise<Result> {
    const server = await startLabServer(rim.seed, { settings: feeds, ...(topics && { topics }) });
    const bench = new Bench(rim, server);
    try {
      return await work(bench);
    } finally {
      await bench.#close();
    }
  }

  /** A gateway to the server. */
  async gateway(network: Partial<Network>): Promise<Gateway> {
    const gateway = await Gateway.open({
      server: this.server.target.address,
      clock: exactClock,
      random: seeded(this.rim.seed, `gateway ${this.#endings.length}`),
      network: { ...clearNetwork, ...network },
    });
    this.#endings.push(() => gateway.close());
    return gateway;
  }

  /** Makes viewers; they come in with {@link enter}. */
  group({
    way,
    size,
    entrance = this.server.target.address,
    topic = LAB_TOPIC,
    wishOf,
    ...hooks
  }: GroupOptions): Group {
    const tally = new Tally();
    const which = this.#groups.length;
    const wish = (index: number) => {
      const filters = wishOf?.(index);
      if (filters) return { topics: [...filters.keys()], filters };
      return { topics: [parseTopic(typeof topic === 'string' ? topic : topic(index))] };
    };
    const crowd = new Crowd(size, (index) => ({
      server: entrance,
      ...wish(index),
      way,
      clock: this.rim.clock,
      dial: tcpWire,
      memo: this.#memo,
      tally,
      ...hooks,
      random: seeded(this.rim.seed, `viewer ${which} ${index}`),
    }));
    const group = { crowd, tally };
    this.#groups.push(group);
    return group;
  }

  /** Lets a group in and waits until each viewer has its first frames, or `mostMs` are over. */
  async enter(group: Group, overMs = 500, mostMs = 15_000): Promise<void> {
    await group.crowd.enter(this.rim.clock, overMs, this.rim.signal);
    const latest = this.rim.clock.now() + mostMs;
    while (!group.crowd.complete && this.rim.clock.now() < latest) await this.wait(50);
  }

  /** Lets a source speak until the end, or until what is returned is called. */
  speak({ perSecond, rhythm, count = 1, ...form }: SpeakingOptions): {
    source: OutsideSource;
    stop: () => void;
  } {
    const source = this.server.source(form);
    this.#sources.push(source);
    const gaps = eventGaps(perSecond, rhythm, seeded(this.rim.seed, `events of ${form.topic ?? LAB_TOPIC}`));
    const stop = runSource(source, { gaps, count }, fineClock);
    this.#endings.push(stop);
    return { source, stop };
  }

  /** Measures all groups for `ms`, shortened by the run's scale, telling how far it is. Returns how long it was, s. */
  async measure(what: string, ms: number, scale = this.rim.scale): Promise<number> {
    const whole = ms * scale;
    const begin = this.rim.clock.now();
    for (const { tally } of this.#groups) tally.measuring = true;
    for (let passed = 0; passed < whole; passed = this.rim.clock.now() - begin) {
      this.rim.progress(what, Math.min(1, (this.#measured + passed / whole) / this.stages));
      await this.wait(Math.min(200, whole - passed));
    }
    for (const { tally } of this.#groups) tally.measuring = false;
    this.#measured++;
    // Figures without their events would be wrong in silence.
    for (const { fault } of this.#sources)
      if (fault !== undefined) throw new Error(`the source failed: ${fault}`);
    return (this.rim.clock.now() - begin) / 1_000;
  }

  wait(ms: number): Promise<void> {
    return pause(this.rim.clock, ms, this.rim.signal);
  }

  async #close(): Promise<void> {
    for (const { crowd } of this.#groups) crowd.leave();
    for (const end of this.#endings) end();
    await this.server.stop();
  }
}
