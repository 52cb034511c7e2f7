import { effect, inject, Service, signal } from '@angular/core';
import { parseTopic } from '@tickway/protocol';
import { Race } from '../race/race';

/** What was measured of polling at one interval. */
export interface PollingPoint {
  readonly intervalMs: number;
  readonly meanMs: number;
  readonly maxMs: number;
  /** Requests a second. */
  readonly requestsPerSecond: number;
  readonly samples: number;
  /** How long it was measured, ms. */
  readonly overMs: number;
}

const TRADES = parseTopic('trades');
/** Fewer updates than this make no point: their mean says little. */
const LEAST_SAMPLES = 100;

/** One point for each interval that was raced since the lab was opened; the latest race of an interval counts. */
@Service({ autoProvided: false })
export class PollingPoints {
  private readonly race = inject(Race);
  private readonly measured = signal<ReadonlyMap<number, PollingPoint>>(new Map());

  /** By interval, ms. */
  readonly points = this.measured.asReadonly();

  constructor() {
    effect(() => {
      const point = this.present();
      if (point) this.measured.update((points) => new Map(points).set(point.intervalMs, point));
    });
  }

  private present(): PollingPoint | undefined {
    const { lanes, elapsedMs } = this.race.figures();
    const polling = lanes.find(({ transport }) => transport === 'polling');
    const latency = polling?.topics.get(TRADES)?.latency;
    if (!polling || !latency || latency.samples < LEAST_SAMPLES) return undefined;
    return {
      intervalMs: this.race.levers().pollingIntervalMs,
      meanMs: latency.mean,
      maxMs: latency.max,
      requestsPerSecond: polling.totals.requests / (elapsedMs / 1_000),
      samples: latency.samples,
      overMs: elapsedMs,
    };
  }
}
