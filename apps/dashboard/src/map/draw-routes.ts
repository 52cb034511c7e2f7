import type { Drawn, FleetCanvas } from './draw-fleet';

/** From here on the route is written beside its vehicle. */
const FROM_ZOOM = 13;

/** Room a name needs, CSS px. */
const [WIDE, HIGH] = [46, 15];

/** Letters of a name: branches of railroads have long ones. */
const LONGEST = 9;

/** The room of names and vehicles on the screen: a name is written only where no other one is. */
export interface Room {
  /** Takes a place for a name whose left edge is at x; `false` when it is taken. */
  take(x: number, y: number): boolean;
}

/** Room counted in squares the size of a name: cheap, and the order of the vehicles decides. */
export function room(): Room {
  const taken = new Set<number>();
  return {
    take(x, y) {
      const [column, row] = [Math.floor(x / WIDE), Math.floor(y / HIGH)];
      const own = column * 10_000 + row;
      if (taken.has(own) || taken.has(own + 10_000)) return false;
      taken.add(own);
      taken.add(own + 10_000);
      return true;
    },
  };
}

/** Writes routes beside their vehicles, as many as there is room for. */
export function drawRoutes(drawn: readonly Drawn[], { context, palette, zoom }: FleetCanvas): void {
  if (zoom < FROM_ZOOM) return;
  const space = room();
  context.font = `600 10.5px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.fillStyle = palette.label;
  for (const { x, y, route } of drawn) {
    if (!space.take(x + 11, y)) continue;
    const name = route.length > LONGEST ? `${route.slice(0, LONGEST - 1)}…` : route;
    context.strokeText(name, x + 12, y);
    context.fillText(name, x + 12, y);
  }
}
