/** A place in Leaflet's zoom-0 pixels (web Mercator, the world is 256 wide): cheap to bring to any zoom. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** How the world lies on the screen: screen = world · scale − origin, px. */
export interface View {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

/** Width of the world. */
export const WORLD_PX = 256;
const RADIANS = Math.PI / 180;

/** Web Mercator, the projection of Leaflet's default map; degrees in, zoom-0 pixels out. */
export function project(lat: number, lon: number): WorldPoint {
  const sine = Math.sin(lat * RADIANS);
  return {
    x: WORLD_PX * (lon / 360 + 0.5),
    y: WORLD_PX * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** The copy of `x` nearest to `to`, zoom-0 px: the world goes on beyond the date line. */
export const nearTo = (to: number, x: number): number => x + WORLD_PX * Math.round((to - x) / WORLD_PX);

/** How far beyond the left edge of the screen a thing is still drawn, CSS px: the size of an arrow. */
export const EDGE = 12;

/** Where `x` (zoom-0 px) is on the screen, CSS px: of all its copies the one farthest left. No map is wider than the world. */
export function onScreenX(x: number, { scale, originX }: View): number {
  const around = WORLD_PX * scale;
  const px = x * scale - originX;
  return px - around * Math.floor((px + EDGE) / around);
}

/** Circumference of the earth, metres, as web maps have it. */
const AROUND = 40_075_016.686;

/** Zoom-0 pixels of a metre at a latitude, degrees. */
export const pxPerMetre = (lat: number): number => WORLD_PX / (AROUND * Math.cos(lat * RADIANS));

/**
 * The view between two others while a zoom is animated. CSS moves translation and scale in straight lines, so every point moves
 * in one too: a canvas that blends its view stays on a layer that the browser scales.
 */
export const blend = (from: View, to: View, share: number): View => ({
  scale: mix(from.scale, to.scale, share),
  originX: mix(from.originX, to.originX, share),
  originY: mix(from.originY, to.originY, share),
});

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
