import type { FleetCanvas } from './draw-fleet';
import type { Sprite } from './fleet';
import { legible } from './legible';
import { TRAIL_MS, type TrailPoint } from './trail';
import { overdue, uncertainty } from './uncertainty';
import { nearTo, onScreenX, pxPerMetre, type WorldPoint } from './world';

/** From here on the circle around every silent vehicle is drawn; from farther away it would be smaller than an arrow. */
const RINGS_FROM_ZOOM = 12.5;

/** Draws what is known of the chosen vehicle's way: where it was, and dashed what lies between what is known. */
export function drawWay(sprite: Sprite, canvas: FleetCanvas): void {
  const { context, palette, now } = canvas;
  const { scale } = canvas.view;
  // Moved to the copy of the world on which the vehicle is drawn.
  const view = { ...canvas.view, originX: sprite.x * scale - onScreenX(sprite.x, canvas.view) };
  const own = { ...canvas, view };
  const { points } = sprite.trail;
  const color = legible(sprite.color, palette.land, 3);
  context.lineCap = 'round';
  points
    .map((point) => near(point, sprite))
    .forEach((point, i, all) => {
      const before = all[i - 1];
      if (before)
        drawStretch(before, point, { canvas: own, alpha: alphaOf(point, now), dashed: point.missed, color });
    });
  // From the place shown to the newest fix: how it went there is a guess until it is drawn.
  const last = points.at(-1);
  if (last) drawStretch(near(last, sprite), sprite, { canvas: own, alpha: 0.9, dashed: true, color });
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Draws a circle around each vehicle that is silent for too long: it is somewhere in there. */
export function drawUncertainty(sprites: Iterable<Sprite>, canvas: FleetCanvas): void {
  if (canvas.zoom < RINGS_FROM_ZOOM) return;
  const { context, palette, now } = canvas;
  context.strokeStyle = palette.label;
  context.lineWidth = 1.25;
  context.setLineDash([4, 4]);
  for (const one of sprites)
    if (!one.hidden && one.leftAt === undefined && overdue(one, now)) drawRing(one, canvas);
  context.setLineDash([]);
}

function drawRing(one: Sprite, canvas: FleetCanvas): void {
  const { context, view, width, height, now } = canvas;
  const { lat } = one.position;
  const fix = one.trail.points.at(-1) ?? one;
  const [x, y] = [onScreenX(fix.x, view), onCanvas(fix, canvas)[1]];
  const radius = uncertainty(one, now) * pxPerMetre(lat) * view.scale;
  if (x < -radius || y < -radius || x > width + radius || y > height + radius) return;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

interface Stretch {
  readonly canvas: FleetCanvas;
  readonly alpha: number;
  readonly dashed: boolean;
  readonly color: string;
}

function drawStretch(from: WorldPoint, to: WorldPoint, { canvas, alpha, dashed, color }: Stretch): void {
  const { context } = canvas;
  context.globalAlpha = alpha;
  context.setLineDash(dashed ? [2, 6] : []);
  context.beginPath();
  context.moveTo(...onCanvas(from, canvas));
  context.lineTo(...onCanvas(to, canvas));
  if (!dashed) {
    context.lineWidth = 7;
    context.strokeStyle = canvas.palette.halo;
    context.stroke();
  }
  context.lineWidth = 3;
  context.strokeStyle = color;
  context.stroke();
}

/** A point on the copy of the world where `other` is. */
const near = <Point extends WorldPoint>(point: Point, other: WorldPoint): Point => ({
  ...point,
  x: nearTo(other.x, point.x),
});

const alphaOf = ({ at }: TrailPoint, now: number) => Math.max(0.12, 1 - (now - at) / TRAIL_MS);

const onCanvas = ({ x, y }: WorldPoint, { view: { scale, originX, originY } }: FleetCanvas) =>
  [x * scale - originX, y * scale - originY] as const;
