import { parseTopic } from '@tickway/protocol';
import type { SchedulerLike } from 'rxjs';
import type { Feed } from '../feed';
import { fleetBatches } from '../vehicles/fleet-batches';
import type { Airport } from './airport';
import { flightPlan } from './flight-plan';
import { flightRuns } from './flight-runs';

/** A {@link flightFeed}'s settings. */
export interface FlightFeedOptions {
  readonly airports: readonly Airport[];
  /** Whole number; the same seed and times give the same updates. */
  readonly seed: number;
  /** Ms between two batches. @default 500 */
  readonly tickMs?: number;
  /** Clock and timers. */
  readonly scheduler: SchedulerLike;
}

const topic = parseTopic('flights');

/**
 * Invented flights on great circles between the world's large airports, as if each reported its GPS fixes: topic `flights`,
 * rows as those of `positions`. Simulated: only the airports are real.
 */
export const flightFeed = ({ scheduler, tickMs = 500, airports, seed }: FlightFeedOptions): Feed => ({
  name: 'flights',
  topics: [topic],
  batches: fleetBatches({
    topic,
    departures: () => flightRuns({ plan: flightPlan(airports, seed), seed }),
    tickMs,
    scheduler,
  }),
});
