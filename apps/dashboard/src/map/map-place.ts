/** Where a map is and how near. */
export interface MapPlace {
  /** Leaflet's, of half steps. */
  readonly zoom: number;
  /** WGS 84 degrees. */
  readonly lat: number;
  readonly lon: number;
}

/** Zoom, latitude and longitude as plain decimals. */
const written = /^(\d{1,2}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/;

/** Reads a place as the address says it: `13.5,40.7128,-74.006`; `undefined` for what is none. */
export function placeIn(text: string | null): MapPlace | undefined {
  const [, zoom, lat, lon] = (written.exec(text ?? '') ?? []).map(Number);
  if (zoom === undefined || lat === undefined || lon === undefined) return undefined;
  return zoom <= 22 && Math.abs(lat) <= 85 ? { zoom, lat, lon } : undefined;
}

/** A place as the address says it: to some ten metres, which no eye tells from the place itself where a city fills the map. */
export const placeText = ({ zoom, lat, lon }: MapPlace): string =>
  `${Number(zoom.toFixed(2))},${lat.toFixed(4)},${lon.toFixed(4)}`;
