import { parseTopic } from '@tickway/protocol';
import { defer, filter, map, timer, type SchedulerLike } from 'rxjs';
import type { Feed } from '../feed';
import { Fleet, type FleetOptions } from './fleet';

/** A {@link vehicleFeed}'s settings. */
export interface VehicleFeedOptions extends FleetOptions {
  /** Ms between two batches. @default 500 */
  readonly tickMs?: number;
  /** Clock and timers. */
  readonly scheduler: SchedulerLike;
}

const positions = parseTopic('positions');

/**
 * New York's trains and buses by their timetable, as if each reported its GPS fixes: topic `positions`. Its first batch
 * has every vehicle under way; then each batch has those that were heard of since, and removals of
 * those that finished their run. Simulated: only the timetable and the tracks are real.
 */
export const vehicleFeed = ({ scheduler, tickMs = 500, ...options }: VehicleFeedOptions): Feed => ({
  name: 'vehicles',
  topics: [positions],
  batches: defer(() => {
    const fleet = new Fleet(options);
    return timer(0, tickMs, scheduler).pipe(
      map(() => fleet.advance(scheduler.now())),
      filter((updates) => updates.length > 0),
      map((updates) => ({ topic: positions, updates })),
    );
  }),
});
