import type { Live } from '../live/live';
import { ageReason, type AgeReason, type Circumstances } from './age-reason';

/** Why a value of the page's connection is old, if it is. */
export const reasonFor = (
  live: Pick<Live, 'health' | 'meter'>,
  about: Omit<Circumstances, 'health' | 'latencyMs'>,
): AgeReason | undefined =>
  ageReason({ ...about, health: live.health(), latencyMs: live.meter().latency?.p50 });
