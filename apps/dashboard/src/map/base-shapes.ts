import { decodeLine, type BaseMap, type Bounds, type CodedLine } from '@tickway/tracking';
import { project, type WorldPoint } from './world';

/** A line ready to be drawn at any zoom: x, y, x, y … in zoom-0 px, and the box around it. */
export interface Line {
  readonly points: Float64Array;
  readonly box: Box;
}

/** A box in zoom-0 px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name to be written. */
export interface Label extends WorldPoint {
  readonly name: string;
  readonly rank: number;
}

/** The base map projected once, so that a redraw is multiplications only. */
export interface BaseShapes {
  /** Everything that is drawn lies in here. */
  readonly box: Box;
  /** Absent: everything is land. */
  readonly land?: readonly (readonly Line[])[];
  readonly sea: readonly (readonly Line[])[];
  readonly borders: readonly Line[];
  readonly streets: readonly Line[];
  readonly rails: readonly {
    readonly color: string;
    readonly system: string;
    readonly lines: readonly Line[];
  }[];
  readonly stations: readonly Label[];
  readonly places: readonly Label[];
}

/** Projects the base map. */
export const baseShapes = ({ bounds, land, ...map }: BaseMap): BaseShapes => {
  const { sea, borders, streets, rails, stations, places } = map;
  const solid = land && { land: land.map((rings) => rings.map(lineOf)) };
  return {
    box: boxOf(bounds, solid?.land.flat() ?? []),
    ...solid,
    sea: sea.map((rings) => rings.map(lineOf)),
    borders: borders.map(lineOf),
    streets: streets.map(lineOf),
    rails: rails.map(({ color, system, lines }) => ({ color, system, lines: lines.map(lineOf) })),
    stations: stations.map(({ name, lat, lon }) => ({ name, rank: 3, ...project(lat, lon) })),
    places: places.map(({ name, lat, lon, rank }) => ({ name, rank, ...project(lat, lon) })),
  };
};

/** The box around some bounds and what reaches over them. */
function boxOf({ south, west, north, east }: Bounds, lines: readonly Line[]): Box {
  const [low, high] = [project(south, west), project(north, east)];
  return {
    left: lines.reduce((least, { box }) => Math.min(least, box.left), low.x),
    right: lines.reduce((most, { box }) => Math.max(most, box.right), high.x),
    top: high.y,
    bottom: low.y,
  };
}

/** Whether two boxes share a point. */
export const meet = (a: Box, b: Box): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;

function lineOf(coded: CodedLine): Line {
  const points = decodeLine(coded);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    const { x, y } = project(points[i] ?? 0, points[i + 1] ?? 0);
    points[i] = x;
    points[i + 1] = y;
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return { points, box };
}
