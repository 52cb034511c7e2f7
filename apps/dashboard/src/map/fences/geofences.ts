import { computed, inject, Service, signal } from '@angular/core';
import type { CellsFilter } from '@tickway/protocol';
import {
  cellsOf,
  distanceBetween,
  geofenceBounds,
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

/** Where the geofences are kept on this device. */
const KEPT = 'geofences';

/** The most geofences: what they ask for must stand beside what the view asks for. */
export const MOST_FENCES = 8;

/** Cells of one geofence: with those of the view never more than a filter may name. */
const CELLS = 12;

/** Radius of a circle that was not drawn, metres. */
const RADIUS = 500;

/** The viewer's geofences, and the one that is being drawn. They stay on this device. */
@Service()
export class Geofences {
  private readonly device = inject(Device);
  private readonly kept = signal<readonly Geofence[]>(
    parseGeofences(this.device.read(KEPT)).slice(0, MOST_FENCES),
  );

  readonly all = this.kept.asReadonly();
  readonly sketch = signal<Sketch | undefined>(undefined);
  /** What must be known to tell who enters and leaves them. */
  readonly filter = computed((): CellsFilter => ({
    cells: this.kept().flatMap(({ shape }) => cellsOf(geofenceBounds(shape), { most: CELLS })),
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
    this.keep(this.kept().filter((one) => one.id !== id));
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

/** The shape of what was pressed so far; `undefined` while it is none. */
export function shapeOf(type: GeofenceShape['type'], places: readonly Place[]): GeofenceShape | undefined {
  if (type === 'polygon') return places.length < 3 ? undefined : { type, corners: places };
  const [center, edge] = places;
  if (!center || !edge) return undefined;
  const radius = distanceBetween(center, edge);
  return radius > 0 ? { type, center, radius } : undefined;
}
