import type { MeterSnapshot } from '@tickway/client';

/** How far the server's clock is from this machine's, as all lanes of a race use it. */
export interface RaceClock {
  /** To be added to this machine's clock, ms. */
  readonly offsetMs: number;
  /** Most by which it can be wrong, ms: half of the shortest round trip that was seen. */
  readonly errorMs: number;
}

type Estimate = Pick<MeterSnapshot, 'clockOffsetMs' | 'clockErrorMs'>;

/** The surest of several estimates: five lanes with a clock each would be five races. */
export function raceClock(estimates: readonly (Estimate | undefined)[]): RaceClock | undefined {
  let surest: RaceClock | undefined;
  for (const { clockOffsetMs: offsetMs, clockErrorMs: errorMs } of estimates.filter(
    (one) => one !== undefined,
  )) {
    if (offsetMs === undefined || errorMs === undefined) continue;
    if (!surest || errorMs < surest.errorMs) surest = { offsetMs, errorMs };
  }
  return surest;
}
