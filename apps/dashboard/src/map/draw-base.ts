import { meet, type BaseShapes, type Box, type Line } from './base-shapes';
import { drawLabels } from './draw-labels';
import { legible } from './legible';
import type { Palette } from './palette';
import { WORLD_PX, type View } from './world';

/** Where and how the base map is drawn. */
export interface Canvas {
  readonly context: CanvasRenderingContext2D;
  readonly view: View;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** That of a city as crowded, see `MapScene`. */
  readonly zoom: number;
  readonly palette: Palette;
}

/** Lines in one path: a rasteriser slows down faster than a path grows. */
const LINES_A_PATH = 60;

/** Draws land, borders, sea, streets, rails and names over the whole canvas, as often as the world is seen. */
export function drawBase(shapes: BaseShapes, canvas: Canvas): void {
  const { context, width, height, palette } = canvas;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.fillStyle = shapes.land ? palette.sea : palette.land;
  context.fillRect(0, 0, width, height);
  const copies = copiesOf(shapes, canvas);
  // All land first: that of one copy may reach under the lines of the next.
  for (const copy of copies) fillAll(shapes.land ?? [], copy, { color: palette.land, seen: worldBox(copy) });
  for (const copy of copies) drawCopy(shapes, copy);
}

/** The canvas as each copy of the world sees it of which something is on it. */
function copiesOf({ box }: BaseShapes, canvas: Canvas): readonly Canvas[] {
  const { left, right } = worldBox(canvas);
  const first = Math.ceil((left - box.right) / WORLD_PX);
  const last = Math.floor((right - box.left) / WORLD_PX);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const { scale, originX, originY } = canvas.view;
    return { ...canvas, view: { scale, originX: originX - (first + i) * WORLD_PX * scale, originY } };
  });
}

function drawCopy(shapes: BaseShapes, canvas: Canvas): void {
  const { context, zoom, palette } = canvas;
  const seen = worldBox(canvas);
  // Countries' borders wind too much to be dashed.
  context.setLineDash(shapes.land ? [] : [5, 4]);
  strokeLines(canvas, shapes.borders, { color: palette.border, width: 1, seen });
  context.setLineDash([]);
  // The sea goes over the borders, which run through water, and under the streets, which cross it on bridges.
  fillAll(shapes.sea, canvas, { color: palette.sea, seen });
  if (zoom >= STREETS_FROM_ZOOM)
    strokeLines(canvas, shapes.streets, { color: palette.street, width: streetWidth(zoom), seen });
  drawRails(shapes, canvas, seen);
  drawLabels(shapes, canvas);
}

const STREETS_FROM_ZOOM = 10;
const streetWidth = (zoom: number) => Math.max(0.5, 0.7 * 1.45 ** (zoom - 12));
const railWidth = (zoom: number) => Math.min(5, Math.max(0.9, 1.5 * 1.25 ** (zoom - 12)));

function drawRails(shapes: BaseShapes, canvas: Canvas, seen: Box): void {
  const { context, zoom, palette } = canvas;
  // Softer than the vehicles that run on them.
  context.globalAlpha = 0.5;
  for (const { color, lines, system } of shapes.rails) {
    const width = railWidth(zoom) * (system === 'subway' ? 1 : 0.8);
    strokeLines(canvas, lines, { color: legible(color, palette.land, 2), width, seen });
  }
  context.globalAlpha = 1;
}

interface Stroke {
  readonly color: string;
  /** CSS px. */
  readonly width: number;
  readonly seen: Box;
}

function strokeLines(
  { context, view }: Canvas,
  lines: readonly Line[],
  { color, width, seen }: Stroke,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  let inPath = 0;
  context.beginPath();
  for (const line of lines) {
    if (!meet(line.box, seen) || tiny(line.box, view)) continue;
    trace(context, line, view);
    if (++inPath % LINES_A_PATH > 0) continue;
    context.stroke();
    context.beginPath();
  }
  context.stroke();
}

function fillAll(
  polygons: BaseShapes['sea'],
  { context, view }: Canvas,
  { color, seen }: Omit<Stroke, 'width'>,
): void {
  context.fillStyle = color;
  for (const rings of polygons) {
    const [shore] = rings;
    if (!shore || !meet(shore.box, seen) || tiny(shore.box, view)) continue;
    context.beginPath();
    for (const ring of rings) {
      trace(context, ring, view);
      context.closePath();
    }
    context.fill('evenodd');
  }
}

/** Whether a line is smaller than a pixel. */
const tiny = ({ left, top, right, bottom }: Box, { scale }: View) =>
  (right - left) * scale < 0.7 && (bottom - top) * scale < 0.7;

/** Adds a line to the path; points less than a pixel from the one before are left out, but never the last. */
function trace(context: CanvasRenderingContext2D, { points }: Line, { scale, originX, originY }: View): void {
  const last = points.length - 2;
  let [beforeX, beforeY] = [Infinity, Infinity];
  for (let i = 0; i <= last; i += 2) {
    const x = (points[i] ?? 0) * scale - originX;
    const y = (points[i + 1] ?? 0) * scale - originY;
    if (i === 0) context.moveTo(x, y);
    else if (i < last && Math.abs(x - beforeX) < 0.7 && Math.abs(y - beforeY) < 0.7) continue;
    else context.lineTo(x, y);
    beforeX = x;
    beforeY = y;
  }
}

const worldBox = ({ view: { scale, originX, originY }, width, height }: Canvas): Box => ({
  left: originX / scale,
  top: originY / scale,
  right: (originX + width) / scale,
  bottom: (originY + height) / scale,
});
