import { map, scan, type OperatorFunction, type SchedulerLike } from 'rxjs';

/** Where both clocks stand at one beat. */
export interface MarketBeat {
  /** Epoch ms. */
  readonly now: number;
  /** Market time, ms since the exchange's begin. */
  readonly market: number;
}

export interface MarketTimeOptions {
  /** Market seconds in a second. */
  readonly speed: number;
  /** More than this much time between two beats does not count, ms. */
  readonly longestMs: number;
}

/**
 * Tells market time at each beat of the source; the first is its begin.
 *
 * It adds up what passed between beats rather than subtracting two readings. So after a pause (a laptop
 * that slept, a debugger) the market goes on from where it stood, instead of simulating the hours that
 * nobody watched, and a clock that was set back stops nothing.
 */
export const marketTime =
  (
    { speed, longestMs }: MarketTimeOptions,
    scheduler: SchedulerLike,
  ): OperatorFunction<unknown, MarketBeat> =>
  (beats) =>
    beats.pipe(
      map((): MarketBeat => ({ now: scheduler.now(), market: 0 })),
      scan((before, { now }) => {
        const passed = Math.min(Math.max(0, now - before.now), longestMs);
        return { now, market: before.market + passed * speed };
      }),
    );
