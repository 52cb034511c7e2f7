import type { Position, TransitSystem, VehicleState } from '@tickway/tracking';

/** Which vehicles a viewer wants to see; `undefined` stands for all. */
export interface Wanted {
  readonly search: string;
  readonly system: TransitSystem | undefined;
  readonly route: string | undefined;
  readonly state: VehicleState | undefined;
}

/** All vehicles. */
export const all: Wanted = { search: '', system: undefined, route: undefined, state: undefined };

/** Whether any vehicle is left out. */
export const narrows = ({ search, system, route, state }: Wanted): boolean =>
  search.trim() !== '' || system !== undefined || route !== undefined || state !== undefined;

/** Whether a vehicle is wanted: made once a wish, asked once a vehicle. */
export function wanted({ search, system, route, state }: Wanted): (position: Position) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (one) => {
    if (system !== undefined && one.system !== system) return false;
    if (route !== undefined && one.route !== route) return false;
    if (state !== undefined && one.state !== state) return false;
    if (words.length === 0) return true;
    const text = `${one.route} ${one.headsign} ${one.nextStop}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
