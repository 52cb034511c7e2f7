import type { Position } from '@tickway/tracking';

/** A vehicle and where it was last known to be. */
export interface Candidate {
  readonly key: string;
  readonly position: Position;
}

/** Among the fastest, the one after `present`: each choice shows another; undefined while none moves. */
export function pickVehicle(candidates: Iterable<Candidate>, present?: string): string | undefined {
  const fastest = [...candidates]
    .filter(({ position }) => position.state === 'moving')
    .sort((a, b) => b.position.speed - a.position.speed)
    .slice(0, MOST);
  const at = fastest.findIndex(({ key }) => key === present);
  return fastest[(at + 1) % fastest.length]?.key;
}

const MOST = 12;
