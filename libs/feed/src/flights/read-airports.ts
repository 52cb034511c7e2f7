import type { Airport } from './airport';

/**
 * Reads a file that `tools/world-data` wrote.
 *
 * @throws Error when it is none
 */
export function readAirports(value: unknown): readonly Airport[] {
  if (!isFile(value)) throw new Error('not airports of format tickway-airports/1');
  const broken = value.airports.findIndex((one) => !isAirport(one));
  if (broken >= 0 || value.airports.length < 2) throw new Error(`airport ${broken} cannot be read`);
  return value.airports as readonly Airport[];
}

const isFile = (value: unknown): value is { readonly airports: readonly unknown[] } =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'tickway-airports/1' &&
  'airports' in value &&
  Array.isArray(value.airports);

function isAirport(value: unknown): value is Airport {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    ['code', 'city', 'name', 'continent'].every((name) => typeof fields.get(name) === 'string') &&
    ['lat', 'lon', 'weight'].every((name) => Number.isFinite(fields.get(name)))
  );
}
