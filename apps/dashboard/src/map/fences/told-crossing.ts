import type { Held } from '@tickway/client';
import { positionOf, type Crossing } from '@tickway/tracking';

/** A crossing as it is told to the viewer. */
export interface ToldCrossing extends Crossing {
  /** Running number. */
  readonly id: number;
  readonly route: string;
  readonly headsign: string;
  /** From the fix to when the page knew, ms, clock offset applied. */
  readonly latenessMs: number;
}

/** A crossing told when the server's time was `now`, epoch ms, of the vehicle that `held` tells of. */
export function toldCrossing(
  crossing: Crossing,
  { fields, at }: Held,
  now: number,
): Omit<ToldCrossing, 'id'> {
  const { route = '', headsign = '' } = positionOf(fields) ?? {};
  return { ...crossing, route, headsign, latenessMs: Math.max(0, now - at) };
}
