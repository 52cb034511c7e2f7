/**
 * A line without jumps at the date line: each longitude is the one of its turns nearest to the place before, so it may go
 * beyond ±180; its middle does not.
 */
export function unwrapped(line) {
  let before = line[0]?.[1] ?? 0;
  const whole = line.map(([lat, lon]) => {
    before = lon + 360 * Math.round((before - lon) / 360);
    return [lat, before];
  });
  const lons = whole.map(([, lon]) => lon);
  const turns = Math.round((Math.min(...lons) + Math.max(...lons)) / 2 / 360);
  return whole.map(([lat, lon]) => [lat, lon - 360 * turns]);
}

/** How far a ring around the pole reaches over its own beginning, degrees: no seam shows between two copies of the world. */
const OVERLAP = 2;

/** A ring that goes around the south pole is no area on a web map: it is closed along the map's lower edge. */
export function closedRing(ring, { south }) {
  const [first, last] = [ring[0], ring.at(-1)];
  const turn = Math.round((last[1] - first[1]) / 360) * 360;
  const clipped = ring.map(([lat, lon]) => [Math.max(south, lat), lon]);
  if (turn === 0) return clipped.slice(0, -1);
  const again = clipped.filter(([, lon]) => Math.abs(lon - first[1]) < OVERLAP);
  const end = again.map(([lat, lon]) => [lat, lon + turn]);
  return [...clipped, ...end, [south, (end.at(-1) ?? last)[1]], [south, first[1]]];
}

/** Rounded to 0.005 degree, half a kilometre: less than a pixel at zoom 8, and half of the bytes. */
export const rounded = (place) => place.map((degrees) => Math.round(degrees * 200) / 200);
