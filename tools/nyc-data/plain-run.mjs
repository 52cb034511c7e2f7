import { alongLine, metres } from './geometry.mjs';

/** When a run is at each stop, seconds of the service day, from its start, rides and standings. */
export function timesOf(start, rides, stands) {
  let now = start;
  const times = [{ arrive: start, leave: start }];
  rides.forEach((ride, i) => {
    const arrive = now + ride;
    now = arrive + (stands[i] ?? 0);
    times.push({ arrive, leave: now });
  });
  return times;
}

/** Metres between two runs at a second of the day. */
export const separation = (a, b, second) => metres(placeAt(a, second), placeAt(b, second));

/** Where a run is if it goes evenly from stop to stop. */
export function placeAt({ times, offsets, line }, second) {
  const next = times.findIndex(({ arrive }) => arrive > second);
  const [from, to] = [times[next - 1], times[next]];
  const share = second <= from.leave ? 0 : (second - from.leave) / (to.arrive - from.leave);
  return alongPlace(line, offsets[next - 1] + share * (offsets[next] - offsets[next - 1]));
}

const lengths = new WeakMap();

function alongPlace(line, offset) {
  if (!lengths.has(line)) lengths.set(line, alongLine(line));
  const along = lengths.get(line);
  const found = along.findIndex((metre) => metre >= offset);
  // Offsets are whole metres: the last stop may be half a metre beyond the line.
  const end = found === -1 ? line.length - 1 : Math.max(1, found);
  const [a, b] = [line[end - 1], line[end]];
  const share = Math.min(1, Math.max(0, (offset - along[end - 1]) / (along[end] - along[end - 1] || 1)));
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
