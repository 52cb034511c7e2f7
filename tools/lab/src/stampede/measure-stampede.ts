import { fineClock, seeded, type Address } from '@tickway/gateway';
import type { Received } from '@tickway/protocol';
import { performance } from 'node:perf_hooks';
import { Bench, type Group } from '../claims/bench';
import type { ExperimentRim } from '../claims/experiment';
import { Histogram } from '../ledger/histogram';
import { asking } from '../viewer/asking';
import type { Way } from '../viewer/viewer';
import { wayOf } from '../viewer/ways';
import { AnswerProbe, type ProbeSample } from './answer-probe';
import { BIN_MS, makesRequests, plateauOf, type StampedeOptions } from './stampede-options';
import type { StampedeFigures } from './stampede-report';
import { TimeBins } from './time-bins';

const ENTER_MS = 2_000;
/** Until all have been told of nothing new and are parked. */
const PARK_MS = 1_000;
/** How long is looked on beyond the spread. */
const LOOK_MS = 2_000;

/** Lets viewers in, lets the event happen to all of them at once, and looks on; as often as asked. */
export const measureStampede = (rim: ExperimentRim, options: StampedeOptions): Promise<StampedeFigures> =>
  Bench.with(rim, {}, async (bench) => {
    const probe = new AnswerProbe(bench.server.target.address);
    try {
      return await new Stampede(bench, { options, probe }).run();
    } finally {
      await probe.end();
    }
  });

/** What the repeats of one stampede leave in its books. */
class Stampede {
  readonly #requests: TimeBins;
  readonly #delays: TimeBins;
  readonly #served = new Histogram();
  readonly #calm: number[] = [];
  readonly #options: StampedeOptions;
  readonly #probe: AnswerProbe;
  readonly #lengthMs: number;
  #from = Infinity;
  #awaited = 0;
  #loop: ReturnType<typeof performance.eventLoopUtilization> | undefined;
  #busy = 0;

  constructor(
    private readonly bench: Bench,
    { options, probe }: { readonly options: StampedeOptions; readonly probe: AnswerProbe },
  ) {
    this.#options = options;
    this.#probe = probe;
    this.#lengthMs = options.jitterMs + LOOK_MS;
    this.#requests = new TimeBins(BIN_MS, this.#lengthMs / BIN_MS);
    this.#delays = new TimeBins(BIN_MS, this.#lengthMs / BIN_MS);
  }

  async run(): Promise<StampedeFigures> {
    const { bench } = this;
    const { event, repeats, viewers } = this.#options;
    const gateway = event === 'cut' ? await bench.gateway({}) : undefined;
    const group = this.#viewers(gateway?.address);
    bench.rim.progress(`${viewers} viewers come in`, 0);
    await bench.enter(group, ENTER_MS);
    await bench.wait(PARK_MS);
    const source = bench.server.source({ keys: 1 });
    let busy = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      bench.rim.progress(`${event}, ${repeat + 1} of ${repeats}`, repeat / repeats);
      busy += await this.#once(async () => {
        this.#awaited = source.published + 1;
        gateway?.cut();
        await source.publish(1, Math.floor(fineClock.now()));
      });
    }
    if (source.fault !== undefined) throw new Error(`the source failed: ${source.fault}`);
    return this.#figures(group, busy / repeats);
  }

  #viewers(entrance: Address | undefined): Group {
    return this.bench.group({
      way: this.#way(),
      size: this.#options.viewers,
      ...(entrance && { entrance }),
      asked: () => this.#requests.add(fineClock.now() - this.#from),
      seen: (frame) => this.#heard(frame),
      comeBackMs: this.#spread('come back'),
    });
  }

  #way(): Way {
    const { way, event } = this.#options;
    if (way !== 'long-polling') return wayOf(way, { intervalMs: 0 });
    const pauseMs = event === 'one-event' ? this.#spread('ask again') : 0;
    return asking({ transport: way, pauseMs, keepAlive: true });
  }

  #spread(purpose: string): () => number {
    const chance = seeded(this.bench.rim.seed, purpose);
    return () => chance() * this.#options.jitterMs;
  }

  /** A viewer has the event when a row tells it. */
  #heard(frame: Received): void {
    if (!('rows' in frame) || !frame.rows.some(({ fields }) => fields.id === this.#awaited)) return;
    this.#served.record(fineClock.now() - this.#from);
    if (this.#loop) this.#busy = performance.eventLoopUtilization(this.#loop).utilization;
  }

  /** Returns the share of the time until the last viewer had it in which our own event loop was busy. */
  async #once(happen: () => Promise<void>): Promise<number> {
    this.#calm.push(...(await this.#probe.samples()).map(([, tookMs]) => tookMs));
    this.#loop = performance.eventLoopUtilization();
    this.#from = fineClock.now();
    await happen();
    await this.bench.wait(this.#lengthMs);
    this.#bookDelays(await this.#probe.samples());
    this.#from = Infinity;
    // What was asked late in the look lies before the next event, in quiet.
    await this.bench.wait(PARK_MS);
    return this.#busy;
  }

  #bookDelays(samples: readonly ProbeSample[]): void {
    for (const [at, tookMs] of samples) this.#delays.add(at - this.#from, tookMs);
  }

  #figures({ crowd }: Group, generatorBusy: number): StampedeFigures {
    const { viewers, repeats } = this.#options;
    const requests = this.#requests.counts.map((count) => count / repeats);
    const plateau = makesRequests(this.#options) ? plateauOf(this.#options) : 0;
    const delays = this.#delays.worst.filter((one) => one !== undefined);
    return {
      ...{ binMs: BIN_MS, requests, peak: Math.max(...requests), plateau },
      delayMs: this.#delays.worst.map((one) => (one === undefined ? null : Math.round(one * 10) / 10)),
      spikeMs: (requests.findLastIndex((count) => count > 0) + 1) * BIN_MS,
      ...{ served: this.#served.count, expected: viewers * repeats },
      servedMs: this.#served.spread() ?? null,
      missing: crowd.sum(({ ledger }) => ledger.missing),
      doubled: crowd.sum(({ ledger }) => ledger.doubled),
      losses: crowd.sum(({ losses }) => losses),
      calmDelayMs: median(this.#calm) ?? null,
      worstDelayMs: delays.length > 0 ? Math.max(...delays) : null,
      generatorBusy,
    };
  }
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
