import type { Key } from '@tickway/protocol';
import { drawArrows, type Arrow } from './arrows';
import { clusters } from './clusters';
import { drawCrowds } from './draw-crowds';
import { drawRoutes } from './draw-routes';
import { FADE_MS, type Sprite } from './fleet';
import { legible } from './legible';
import type { Palette } from './palette';
import { EDGE, onScreenX, type View } from './world';

/** Where and how the vehicles are drawn. */
export interface FleetCanvas {
  readonly context: CanvasRenderingContext2D;
  readonly view: View;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** That of a city as crowded, see `MapScene`. */
  readonly zoom: number;
  readonly palette: Palette;
  /** Server's time, epoch ms. */
  readonly now: number;
}

/** A vehicle on the screen. */
export interface Drawn extends Arrow {
  readonly key: Key;
  readonly route: string;
  readonly sprite: Sprite;
}

/** Size of an arrow from its middle to its tip, CSS px. */
export const arrowSize = (zoom: number): number => Math.min(11, Math.max(4.5, 4.5 + (zoom - 10) * 1.15));

/** Draws what is in view, colour by colour, and gives it back for finding what is under the pointer. */
export function drawFleet(sprites: Iterable<Sprite>, canvas: FleetCanvas): readonly Drawn[] {
  const drawn: Drawn[] = [];
  for (const sprite of sprites) {
    const arrow = sprite.hidden ? undefined : onScreen(sprite, canvas);
    if (arrow) drawn.push(arrow);
  }
  const { crowds, alone } = canvas.zoom < SINGLE_FROM_ZOOM ? clusters(drawn) : { crowds: [], alone: drawn };
  drawAll(alone, canvas);
  drawCrowds(crowds, canvas);
  drawRoutes(drawn, canvas);
  return drawn;
}

/** From farther away than this vehicles are counted where they crowd. */
const SINGLE_FROM_ZOOM = 10;

function drawAll(arrows: readonly Drawn[], canvas: FleetCanvas): void {
  const groups = new Map<string, Group>();
  for (const arrow of arrows) groupOf(groups, arrow.sprite, canvas.now).arrows.push(arrow);
  for (const group of groups.values()) drawGroup(group, canvas);
  canvas.context.globalAlpha = 1;
}

interface Group {
  readonly color: string;
  readonly alpha: number;
  readonly dwelling: boolean;
  readonly arrows: Drawn[];
}

function onScreen(sprite: Sprite, { view, width, height }: FleetCanvas): Drawn | undefined {
  const { key, x, y, course, position } = sprite;
  const px = onScreenX(x, view);
  const py = y * view.scale - view.originY;
  if (py < -EDGE || px > width + EDGE || py > height + EDGE) return undefined;
  return { key, x: px, y: py, course, route: position.route, sprite };
}

function groupOf(groups: Map<string, Group>, sprite: Sprite, now: number): Group {
  const { color, dwelling } = sprite;
  const alpha = alphaOf(sprite, now);
  const name = `${color}${alpha}${dwelling}`;
  let group = groups.get(name);
  if (!group) groups.set(name, (group = { color, alpha, dwelling, arrows: [] }));
  return group;
}

function alphaOf({ dim, leftAt }: Sprite, now: number): number {
  const whole = dim ? 0.4 : 1;
  if (leftAt === undefined) return whole;
  // In tenths, so that vehicles that fade together share a path.
  return (whole * Math.ceil(10 * Math.max(0, 1 - (now - leftAt) / FADE_MS))) / 10;
}

function drawGroup({ color, alpha, dwelling, arrows }: Group, { context, palette, zoom }: FleetCanvas): void {
  context.globalAlpha = alpha;
  const size = arrowSize(zoom) * (dwelling ? 0.82 : 1);
  drawArrows(context, arrows, { color: vivid(color, palette.land), halo: palette.halo, size });
}

const known = new Map<string, string>();

/** The colour that stands out from the land, worked out once a colour and look. */
function vivid(color: string, land: string): string {
  const name = `${color}${land}`;
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = legible(color, land, 3)));
  return found;
}
