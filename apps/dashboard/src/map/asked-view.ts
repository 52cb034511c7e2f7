import { cellsOf, type Bounds } from '@tickway/tracking';
import type { CellsFilter } from '@tickway/protocol';

/** Share of the view asked for beyond each of its edges, so that a drag finds its vehicles there already. */
const MARGIN = 0.25;

/** How many times the area of what would be asked for anew a box may have before it is let go. */
const WIDEST = 2.5;

/** The most cells of a view: a filter's limit less what the geofences ask for. */
export const CELLS = 160;

/** A part of the map that is asked for. */
export interface AskedView {
  readonly box: Bounds;
  readonly filter: CellsFilter;
}

/**
 * What to ask for when `view` is shown: what is asked for already as long as it holds the view and is not much larger than
 * needed, so that a drag asks anew once a quarter of a view and not with every step; else the view and a margin around it.
 */
export function askedView(view: Bounds, before: AskedView | undefined): AskedView {
  const box = grown(view);
  if (before && holds(before.box, view) && area(before.box) <= WIDEST * area(box)) return before;
  return { box, filter: { cells: cellsOf(box, { most: CELLS }) } };
}

/** Whether a place lies in a box, which may reach over the date line: its east then is over 180, or its west under -180. */
export const within = ({ south, west, north, east }: Bounds, lat: number, lon: number): boolean =>
  lat >= south && lat <= north && lon + 360 * Math.ceil((west - lon) / 360) <= east;

function grown({ south, west, north, east }: Bounds): Bounds {
  const [up, out] = [MARGIN * (north - south), MARGIN * (east - west)];
  return { south: south - up, west: west - out, north: north + up, east: east + out };
}

const holds = (outer: Bounds, { south, west, north, east }: Bounds) =>
  within(outer, south, west) && within(outer, north, east);

const area = ({ south, west, north, east }: Bounds) => (north - south) * (east - west);
