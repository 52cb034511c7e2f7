import { decodeLine, planeAt, wholeTurn, type CodedLine } from '@tickway/tracking';

/** A line on the ground with its length measured once, so that a place along it is a binary search away. */
export interface Track {
  /** Latitude and longitude of each of its places in turn, degrees. */
  readonly line: Float64Array;
  /** Metres along it from its start to each place. */
  readonly metres: Float64Array;
}

/** A place on a track and the direction of the track there. */
export interface OnTrack {
  /** Degrees. */
  lat: number;
  lon: number;
  /** Degrees from true north, [0, 360). */
  course: number;
}

/** Measures a coded line. */
export function trackOf(coded: CodedLine): Track {
  const line = decodeLine(coded);
  const metres = new Float64Array(line.length / 2);
  for (let i = 1; i < metres.length; i++) {
    const [lat = 0, lon = 0, nextLat = 0, nextLon = 0] = line.subarray(2 * i - 2, 2 * i + 2);
    const plane = planeAt({ lat: (lat + nextLat) / 2, lon });
    metres[i] = (metres[i - 1] ?? 0) + Math.hypot(plane.x(nextLon), plane.y(nextLat) - plane.y(lat));
  }
  return { line, metres };
}

/** The place that is `offset` metres along `track` (its ends hold what is before and beyond). */
export function onTrack({ line, metres }: Track, offset: number): OnTrack {
  const segment = segmentAt(metres, offset);
  const start = metres[segment] ?? 0;
  const length = (metres[segment + 1] ?? start) - start;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (offset - start) / length));
  const lat = line[2 * segment] ?? 0;
  const lon = line[2 * segment + 1] ?? 0;
  const dLat = (line[2 * segment + 2] ?? lat) - lat;
  const dLon = (line[2 * segment + 3] ?? lon) - lon;
  return { lat: lat + share * dLat, lon: lon + share * dLon, course: direction(lat, dLat, dLon) };
}

/** The last segment that begins at or before `offset`. */
function segmentAt(metres: Float64Array, offset: number): number {
  let low = 0;
  let high = Math.max(0, metres.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((metres[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const direction = (lat: number, dLat: number, dLon: number): number =>
  wholeTurn((Math.atan2(dLon * Math.cos((lat * Math.PI) / 180), dLat) * 180) / Math.PI);
