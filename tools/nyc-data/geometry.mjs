/** A place: latitude, longitude in degrees. @typedef {readonly [number, number]} Place */

const METRES_PER_DEGREE = (Math.PI / 180) * 6371008.8;

/** Coordinates are written in units of 1e-5 degree: 1.1 m north, 0.8 m east in New York. */
export const UNITS_PER_DEGREE = 1e5;

/** Metres east and north of `origin`, on a plane: exact to centimetres over a few kilometres. */
const plane = (origin, place) => [
  (place[1] - origin[1]) * METRES_PER_DEGREE * Math.cos((origin[0] * Math.PI) / 180),
  (place[0] - origin[0]) * METRES_PER_DEGREE,
];

/** Metres between two near places. */
export function metres(a, b) {
  const middle = ((a[0] + b[0]) * Math.PI) / 360;
  return Math.hypot((b[0] - a[0]) * METRES_PER_DEGREE, (b[1] - a[1]) * METRES_PER_DEGREE * Math.cos(middle));
}

/** Metres along a line from its start to each of its places. */
export function alongLine(line) {
  let total = 0;
  return line.map((place, i) => (total += i === 0 ? 0 : metres(line[i - 1], place)));
}

/** The place on the segment from `a` to `b` that is nearest to `place`: how far off, and the share of the way. */
export function project(place, a, b) {
  const [x, y] = plane(place, a);
  const [x2, y2] = plane(place, b);
  const [dx, dy] = [x2 - x, y2 - y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / square));
  return { off: Math.hypot(x + share * dx, y + share * dy), share };
}

/** Douglas and Peucker: the line with the places left out that are within `tolerance` metres of the rest. */
export function simplify(line, tolerance) {
  const keep = new Set([0, line.length - 1]);
  const open = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const { index, off } = farthest(line, from, to);
    if (off <= tolerance) continue;
    keep.add(index);
    open.push([from, index], [index, to]);
  }
  return line.filter((_, index) => keep.has(index));
}

function farthest(line, from, to) {
  let found = { index: from, off: -1 };
  for (let index = from + 1; index < to; index++) {
    const { off } = project(line[index], line[from], line[to]);
    if (off > found.off) found = { index, off };
  }
  return found;
}

/** A line as whole numbers: the first place, then each one's difference to the one before. */
export function encodeLine(line) {
  let [lat, lon] = [0, 0];
  return line.flatMap((place) => {
    const [nextLat, nextLon] = place.map((degrees) => Math.round(degrees * UNITS_PER_DEGREE));
    const step = [nextLat - lat, nextLon - lon];
    [lat, lon] = [nextLat, nextLon];
    return step;
  });
}

/** The reverse of {@link encodeLine}. */
export function decodeLine(numbers) {
  let [lat, lon] = [0, 0];
  const line = [];
  for (let i = 0; i < numbers.length; i += 2) {
    lat += numbers[i];
    lon += numbers[i + 1];
    line.push([lat / UNITS_PER_DEGREE, lon / UNITS_PER_DEGREE]);
  }
  return line;
}
