import { parseTopic } from '@tickway/protocol';
import type { SchedulerLike } from 'rxjs';
import type { Feed } from '../feed';
import { fleetBatches } from './fleet-batches';
import { timetableRuns, type TimetableOptions } from './timetable-runs';

/** A {@link vehicleFeed}'s settings. */
export interface VehicleFeedOptions extends TimetableOptions {
  /** Ms between two batches. @default 500 */
  readonly tickMs?: number;
  /** Clock and timers. */
  readonly scheduler: SchedulerLike;
}

const topic = parseTopic('positions');

/**
 * New York's trains and buses by their timetable, as if each reported its GPS fixes: topic `positions`. Its first batch
 * has every vehicle under way; then each batch has those that were heard of since, and removals of
 * those that finished their run. Simulated: only the timetable and the tracks are real.
 */
export const vehicleFeed = ({ scheduler, tickMs = 500, ...options }: VehicleFeedOptions): Feed => ({
  name: 'vehicles',
  topics: [topic],
  batches: fleetBatches({ topic, departures: () => timetableRuns(options), tickMs, scheduler }),
});
