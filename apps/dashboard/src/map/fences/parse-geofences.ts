import type { Geofence, GeofenceShape, Place } from '@tickway/tracking';

/** Reads geofences as they were kept; what is none is left out. */
export function parseGeofences(value: unknown): readonly Geofence[] {
  if (!Array.isArray(value)) return [];
  const some: readonly unknown[] = value;
  return some.flatMap((one) => geofenceOf(one) ?? []);
}

function geofenceOf(value: unknown): Geofence | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name } = value;
  const shape = shapeOf(value.shape);
  return typeof id === 'string' && typeof name === 'string' && shape ? { id, name, shape } : undefined;
}

const shapeOf = (value: unknown): GeofenceShape | undefined =>
  isRecord(value) ? (circleOf(value) ?? polygonOf(value)) : undefined;

const circleOf = ({ type, center, radius }: Kept): GeofenceShape | undefined =>
  type === 'circle' && isPlace(center) && typeof radius === 'number' ? { type, center, radius } : undefined;

function polygonOf({ type, corners }: Kept): GeofenceShape | undefined {
  if (type !== 'polygon' || !Array.isArray(corners) || corners.length < 3) return undefined;
  return corners.every(isPlace) ? { type, corners } : undefined;
}

type Kept = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Kept => typeof value === 'object' && value !== null;

const isPlace = (value: unknown): value is Place =>
  isRecord(value) && Number.isFinite(value.lat) && Number.isFinite(value.lon);
