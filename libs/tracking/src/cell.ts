import { limits } from '@tickway/protocol';
import type { Bounds } from './base-map';

/** Where web maps end, degrees north and south. */
const POLE = 85.051128779806;

/**
 * The map cell of a place: its web map tile at `zoom` as a quadkey, one digit 0-3 a level. A cell begins
 * with the digits of every coarser cell that holds it.
 *
 * @default zoom limits.cellZoom
 */
export const cellOf = (lat: number, lon: number, zoom: number = limits.cellZoom): string =>
  quadkey(column(lon, zoom), row(lat, zoom), zoom);

/**
 * The cells that cover a view: at the finest zoom at which there are at most `most` (but never coarser
 * than one digit). A view may reach over the date line, its east then being over 180 or under its west.
 *
 * @default most limits.cells
 */
export function cellsOf(
  bounds: Bounds,
  { most = limits.cells }: { readonly most?: number } = {},
): readonly string[] {
  for (let zoom: number = limits.cellZoom; ; zoom--) {
    const range = rangeOf(bounds, zoom);
    if (zoom === 1 || range.columns * range.rows <= most) return cellsIn(range);
  }
}

interface Range {
  readonly zoom: number;
  readonly west: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
}

function rangeOf({ south, west, north, east }: Bounds, zoom: number): Range {
  const span = Math.floor(unrolled(east < west ? east + 360 : east, zoom)) - Math.floor(unrolled(west, zoom));
  const top = row(north, zoom);
  return {
    zoom,
    west: column(west, zoom),
    north: top,
    columns: Math.min(span + 1, 2 ** zoom),
    rows: row(south, zoom) - top + 1,
  };
}

const cellsIn = ({ zoom, west, north, columns, rows }: Range): readonly string[] =>
  Array.from({ length: columns * rows }, (_, i) =>
    quadkey((west + (i % columns)) % 2 ** zoom, north + Math.floor(i / columns), zoom),
  );

const unrolled = (lon: number, zoom: number) => ((lon + 180) / 360) * 2 ** zoom;

function column(lon: number, zoom: number): number {
  const all = 2 ** zoom;
  return ((Math.floor(unrolled(lon, zoom)) % all) + all) % all;
}

function row(lat: number, zoom: number): number {
  const sine = Math.sin((Math.min(POLE, Math.max(-POLE, lat)) * Math.PI) / 180);
  const share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(2 ** zoom - 1, Math.max(0, Math.floor(share * 2 ** zoom)));
}

function quadkey(x: number, y: number, zoom: number): string {
  let key = '';
  for (let level = zoom - 1; level >= 0; level--) {
    const bit = 2 ** level;
    key += String((Math.floor(x / bit) % 2) + 2 * (Math.floor(y / bit) % 2));
  }
  return key;
}
