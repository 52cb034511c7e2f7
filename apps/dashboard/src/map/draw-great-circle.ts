import { greatCircle, type Place } from '@tickway/tracking';
import type { FleetCanvas } from './draw-fleet';
import type { Sprite } from './fleet';
import { legible } from './legible';
import { nearTo, onScreenX, project, type WorldPoint } from './world';

/** Airports by their codes. */
export type Airports = ReadonlyMap<string, Place>;

/** Metres from one corner of the line to the next: at the nearest zoom it still looks round. */
const STEP = 60_000;

/** Draws the way of a flight: the great circle from where it came from, and dashed the one to where it goes. */
export function drawGreatCircle(sprite: Sprite, canvas: FleetCanvas, airports: Airports): void {
  const { position, color } = sprite;
  const from = airports.get(position.flight?.origin ?? '');
  const to = airports.get(position.flight?.destination ?? '');
  if (!from || !to) return;
  const { context, palette } = canvas;
  const here = sprite.glide.placeAt(canvas.now);
  context.lineWidth = 1.75;
  context.strokeStyle = legible(color, palette.land, 3);
  context.globalAlpha = 0.85;
  stroke(wayPoints(here, from), canvas);
  context.setLineDash([6, 5]);
  stroke(wayPoints(here, to), canvas);
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The points of a great circle, zoom-0 px, going on beyond the date line where it does. */
export function wayPoints(from: Place, to: Place): readonly WorldPoint[] {
  const { length, placeAt } = greatCircle(from, to);
  const steps = Math.max(1, Math.ceil(length / STEP));
  let before: number | undefined;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { lat, lon } = placeAt((length * i) / steps);
    const { x, y } = project(lat, lon);
    before = nearTo(before ?? x, x);
    return { x: before, y };
  });
}

/** Strokes a line that begins at the vehicle, on the copy of the world on which that is drawn. */
function stroke(line: readonly WorldPoint[], { context, view }: FleetCanvas): void {
  const { scale, originY } = view;
  const begin = line[0]?.x ?? 0;
  const originX = begin * scale - onScreenX(begin, view);
  context.beginPath();
  for (const point of line) context.lineTo(point.x * scale - originX, point.y * scale - originY);
  context.stroke();
}
