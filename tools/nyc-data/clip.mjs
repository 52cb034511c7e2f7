/** A box of latitudes and longitudes, degrees. @typedef {{ south: number, west: number, north: number, east: number }} Bounds */

/** The four sides of a box: whether a place is inside, and where the segment from `a` to `b` crosses it. */
const sides = ({ south, west, north, east }) => [
  {
    inside: ([lat]) => lat >= south,
    cross: (a, b) => [south, between(a, b, (south - a[0]) / (b[0] - a[0]))[1]],
  },
  {
    inside: ([lat]) => lat <= north,
    cross: (a, b) => [north, between(a, b, (north - a[0]) / (b[0] - a[0]))[1]],
  },
  {
    inside: ([, lon]) => lon >= west,
    cross: (a, b) => [between(a, b, (west - a[1]) / (b[1] - a[1]))[0], west],
  },
  {
    inside: ([, lon]) => lon <= east,
    cross: (a, b) => [between(a, b, (east - a[1]) / (b[1] - a[1]))[0], east],
  },
];

const between = (a, b, share) => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];

/** The part of a closed ring inside the box (Sutherland and Hodgman), without its repeated last place; may be empty. */
export const clipRing = (ring, bounds) => sides(bounds).reduce(clipRingAtSide, openRing(ring));

const openRing = (ring) => (same(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring);
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

function clipRingAtSide(ring, { inside, cross }) {
  return ring.flatMap((place, i) => {
    const before = ring.at(i - 1);
    if (inside(place)) return inside(before) ? [place] : [cross(before, place), place];
    return inside(before) ? [cross(before, place)] : [];
  });
}

/** The parts of an open line inside the box. */
export const clipLine = (line, bounds) =>
  sides(bounds).reduce((parts, side) => parts.flatMap((part) => clipLineAtSide(part, side)), [line]);

function clipLineAtSide(line, { inside, cross }) {
  const parts = [];
  let part = [];
  line.forEach((place, i) => {
    const before = line[i - 1];
    if (before && inside(place) !== inside(before)) part.push(cross(before, place));
    if (inside(place)) part.push(place);
    else part = closePart(parts, part);
  });
  closePart(parts, part);
  return parts;
}

function closePart(parts, part) {
  if (part.length > 1) parts.push(part);
  return [];
}
