import { computed, inject, Service, signal } from '@angular/core';
import type { CellsFilter } from '@tickway/protocol';
import {
  cellsOf,
  distanceBetween,
  geofenceBounds,
  type Bounds,
  type Geofence,
  type GeofenceShape,
  type Place,
} from '@tickway/tracking';
import { Device } from '../../shell/device';
import { parseGeofences } from './parse-geofences';

/** A shape on its way: where was pressed, and where the pointer is. */
export interface Sketch {
  readonly type: GeofenceShape['type'];
  readonly places: readonly Place[];
  readonly pointer: Place | undefined;
}

/** Where the geofences are kept on this device, and which of them the viewer is not told of. */
const [KEPT, QUIET] = ['geofences', 'geofences-quiet'];

/** The most geofences: what they ask for must stand beside what the view asks for. */
export const MOST_FENCES = 8;

/** Cells of one geofence: with those of the view never more than a filter may name. */
const CELLS = 12;

/** How far a vehicle gets between two fixes, degrees of latitude: some 500 m. */
const REACH = 0.0045;

/** Radius of a circle that was not drawn, metres. */
const RADIUS = 500;

/** The viewer's geofences, and the one that is being drawn. They stay on this device. */
@Service()
export class Geofences {
  private readonly device = inject(Device);
  private readonly kept = signal<readonly Geofence[]>(
    parseGeofences(this.device.read(KEPT)).slice(0, MOST_FENCES),
  );

  private readonly quiet = signal(namesIn(this.device.read(QUIET)));

  readonly all = this.kept.asReadonly();
  readonly sketch = signal<Sketch | undefined>(undefined);
  /** What must be known to tell who enters and leaves them. */
  readonly filter = computed((): CellsFilter => ({
    cells: this.kept().flatMap(({ shape }) => cellsOf(around(geofenceBounds(shape)), { most: CELLS })),
  }));

  begin(type: GeofenceShape['type']): void {
    this.sketch.set({ type, places: [], pointer: undefined });
  }

  /** Moves the pointer over the map while a shape is drawn. */
  point(pointer: Place): void {
    this.sketch.update((sketch) => sketch && { ...sketch, pointer });
  }

  /** Presses on the map while a shape is drawn: the second press ends a circle. */
  press(place: Place, name: string): void {
    this.sketch.update((sketch) => sketch && { ...sketch, places: [...sketch.places, place] });
    const sketch = this.sketch();
    if (sketch?.type === 'circle' && sketch.places.length === 2) this.finish(name);
  }

  /** Ends the drawing and keeps the shape if it is one. */
  finish(name: string): void {
    const sketch = this.sketch();
    const shape = sketch && shapeOf(sketch.type, sketch.places);
    this.sketch.set(undefined);
    if (shape) this.add(shape, name);
  }

  /** A circle for whoever does not draw. */
  addAround(center: Place, name: string): void {
    this.add({ type: 'circle', center, radius: RADIUS }, name);
  }

  rename(id: string, name: string): void {
    this.keep(this.kept().map((one) => (one.id === id ? { ...one, name } : one)));
  }

  remove(id: string): void {
    this.tellOf(id, true);
    this.keep(this.kept().filter((one) => one.id !== id));
  }

  /** Whether the viewer is not told of a geofence. */
  isQuiet(id: string): boolean {
    return this.quiet().includes(id);
  }

  /** Tells the viewer of a geofence, or no longer. */
  tellOf(id: string, told: boolean): void {
    this.quiet.update((ids) => [...ids.filter((one) => one !== id), ...(told ? [] : [id])]);
    this.device.write(QUIET, this.quiet());
  }

  private add(shape: GeofenceShape, name: string): void {
    const id = String(1 + Math.max(0, ...this.kept().map((one) => Number(one.id) || 0)));
    this.keep([...this.kept(), { id, name, shape }].slice(0, MOST_FENCES));
  }

  private keep(fences: readonly Geofence[]): void {
    this.kept.set(fences);
    this.device.write(KEPT, fences);
  }
}

/** A box and what lies near enough to come in by one fix: whoever enters was seen outside before. */
const around = ({ south, west, north, east }: Bounds): Bounds => ({
  south: south - REACH,
  west: west - REACH,
  north: north + REACH,
  east: east + REACH,
});

const namesIn = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];

/** The shape of what was pressed so far; `undefined` while it is none. */
export function shapeOf(type: GeofenceShape['type'], places: readonly Place[]): GeofenceShape | undefined {
  if (type === 'polygon') return places.length < 3 ? undefined : { type, corners: places };
  const [center, edge] = places;
  if (!center || !edge) return undefined;
  const radius = distanceBetween(center, edge);
  return radius > 0 ? { type, center, radius } : undefined;
}
