import type { Geofence, GeofenceShape, Place } from '@tickway/tracking';
import type { FleetCanvas } from '../draw-fleet';
import { project, pxPerMetre } from '../world';
import { shapeOf, type Sketch } from './geofences';

/** Draws geofences with their names. */
export function drawFences(fences: readonly Geofence[], canvas: FleetCanvas): void {
  const { context, palette } = canvas;
  context.strokeStyle = palette.label;
  context.fillStyle = palette.label;
  context.lineWidth = 1.5;
  for (const { shape, name } of fences) {
    outline(shape, canvas);
    context.globalAlpha = 0.1;
    context.fill('evenodd');
    context.globalAlpha = 0.9;
    context.stroke();
    writeName(name, shape, canvas);
  }
  context.globalAlpha = 1;
}

/** Draws the shape that is being drawn, up to the pointer. */
export function drawSketch({ type, places, pointer }: Sketch, canvas: FleetCanvas): void {
  const { context, palette } = canvas;
  const all = pointer ? [...places, pointer] : places;
  context.strokeStyle = palette.label;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  const shape = shapeOf(type, all);
  if (shape) outline(shape, canvas);
  else line(all, canvas);
  context.stroke();
  context.setLineDash([]);
  for (const place of places) {
    context.beginPath();
    context.arc(...onCanvas(place, canvas), 4, 0, 2 * Math.PI);
    context.fillStyle = palette.label;
    context.fill();
  }
}

function outline(shape: GeofenceShape, canvas: FleetCanvas): void {
  const { context, view } = canvas;
  if (shape.type === 'polygon') {
    line(shape.corners, canvas);
    context.closePath();
    return;
  }
  context.beginPath();
  const radius = shape.radius * pxPerMetre(shape.center.lat) * view.scale;
  context.arc(...onCanvas(shape.center, canvas), radius, 0, 2 * Math.PI);
}

function line(places: readonly Place[], canvas: FleetCanvas): void {
  canvas.context.beginPath();
  for (const place of places) canvas.context.lineTo(...onCanvas(place, canvas));
}

function writeName(name: string, shape: GeofenceShape, canvas: FleetCanvas): void {
  const { context, palette, view } = canvas;
  const [x, y] = onCanvas(topOf(shape), canvas);
  const up = shape.type === 'circle' ? shape.radius * pxPerMetre(shape.center.lat) * view.scale : 0;
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.lineWidth = 3;
  context.strokeStyle = palette.halo;
  context.strokeText(name, x, y - up - 4);
  context.fillText(name, x, y - up - 4);
  context.strokeStyle = palette.label;
  context.lineWidth = 1.5;
}

/** Where a name stands: over a circle, or over the northernmost corner. */
const topOf = (shape: GeofenceShape): Place =>
  shape.type === 'circle'
    ? shape.center
    : shape.corners.reduce((top, corner) => (corner.lat > top.lat ? corner : top));

function onCanvas({ lat, lon }: Place, { view: { scale, originX, originY } }: FleetCanvas): [number, number] {
  const { x, y } = project(lat, lon);
  return [x * scale - originX, y * scale - originY];
}
