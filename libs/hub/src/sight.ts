import { filterId, type Filter, type Key } from '@tickway/protocol';
import type { KeyRecord } from './key-record';
import { wasInView } from './whereabouts';

/** Whether a receiver holds a key; `unknown`: an answer must fit both. */
export type Held = 'yes' | 'no' | 'unknown';

/** A filter made ready to be asked quickly. */
export interface Sight {
  /** Equal exactly for equal filters. */
  readonly id: string;
  /** The only keys it sees, of a filter that names them. */
  readonly keys?: ReadonlySet<Key>;
  /** Whether a receiver with this filter sees the key where it is now (removed or not). */
  sees(record: KeyRecord): boolean;
  /** Whether a receiver that took at `offset` with this filter has held the key ever since. */
  held(record: KeyRecord, offset: number): Held;
}

/** Makes a filter ready; `undefined` sees everything. */
export function sightOf(filter: Filter | undefined): Sight {
  const id = filterId(filter);
  if (filter === undefined) return { id, sees: () => true, held: () => 'yes' };
  return 'keys' in filter ? keysSight(id, new Set(filter.keys)) : cellsSight(id, filter.cells);
}

const keysSight = (id: string, keys: ReadonlySet<Key>): Sight => ({
  ...{ id, keys },
  sees: ({ key }) => keys.has(key),
  held: ({ key }) => (keys.has(key) ? 'yes' : 'no'),
});

function cellsSight(id: string, cells: readonly string[]): Sight {
  const wanted = new Set(cells);
  const zooms = [...new Set(cells.map((cell) => cell.length))];
  const seesCell = (cell: string | undefined) =>
    cell !== undefined && zooms.some((zoom) => wanted.has(cell.slice(0, zoom)));
  return {
    id,
    sees: ({ whereabouts }) => seesCell(whereabouts.cell),
    held: ({ whereabouts }, offset) => wasInView(whereabouts, offset, seesCell),
  };
}
