import type { Topic } from '@tickway/protocol';
import { defer, filter, map, timer, type Observable, type SchedulerLike } from 'rxjs';
import type { Batch } from '../feed';
import { Fleet, type Departures } from './fleet';

/** What a fleet is run by. */
export interface FleetBatchesOptions {
  readonly topic: Topic;
  /** Makes the departures of one subscription. */
  readonly departures: () => Departures;
  /** Ms between two batches. */
  readonly tickMs: number;
  /** Clock and timers. */
  readonly scheduler: SchedulerLike;
}

/** What a fleet says: first every vehicle under way, then those that were heard of since, and removals of those that ended. */
export const fleetBatches = ({
  topic,
  departures,
  tickMs,
  scheduler,
}: FleetBatchesOptions): Observable<Batch> =>
  defer(() => {
    const fleet = new Fleet(departures());
    return timer(0, tickMs, scheduler).pipe(
      map(() => fleet.advance(scheduler.now())),
      filter((updates) => updates.length > 0),
      map((updates) => ({ topic, updates })),
    );
  });
