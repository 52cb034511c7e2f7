import { transitSystems } from '@tickway/tracking';
import { brotliDecompressSync } from 'node:zlib';
import type { Pack, Pattern, Profile, Route, Runs } from './pack';
import { trackOf, type Track } from './track';
import { UnreadablePack } from './unreadable-pack';

/**
 * Reads a timetable file: Brotli-compressed JSON of format `tickway-timetable/1`. All lists of numbers that
 * rise are kept as differences; `tools/nyc-data/pack.mjs` is the other half.
 *
 * @param file the file's name, for the error
 * @throws UnreadablePack
 */
export function readPack(bytes: Uint8Array, file: string): Pack {
  try {
    return decode(record(parsed(bytes)));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new UnreadablePack(file, error.message);
  }
}

/** What is wrong inside a file; leaves this module as {@link UnreadablePack}. */
class Malformed extends Error {}

function parsed(bytes: Uint8Array): unknown {
  let text;
  try {
    text = brotliDecompressSync(bytes).toString();
  } catch {
    throw new Malformed('not a Brotli file, or cut off');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed('not JSON');
  }
}

function decode(json: Readonly<Record<string, unknown>>): Pack {
  if (json.format !== 'tickway-timetable/1') throw new Malformed('not of format tickway-timetable/1');
  const tables = {
    routes: list(json.routes, 'routes').map(routeOf),
    headsigns: list(json.headsigns, 'headsigns').map(text),
    stops: list(json.stops, 'stops').map(text),
    tracks: list(json.shapes, 'shapes').map((shape) => trackOf(integers(shape, 'shape'))),
  };
  const patterns = list(json.patterns, 'patterns').map((pattern) => patternOf(pattern, tables));
  const profiles = list(json.profiles, 'profiles').map((profile) => profileOf(profile, patterns));
  const system = transitSystems.find((name) => name === json.system);
  if (!system) throw new Malformed('an unknown system');
  return {
    name: text(json.name),
    system,
    timeZone: zoneOf(json.timeZone),
    days: weekOf(json.days),
    profiles,
    runs: runsOf(list(json.runs, 'runs'), profiles.length),
  };
}

interface Tables {
  readonly routes: readonly Route[];
  readonly headsigns: readonly string[];
  readonly stops: readonly string[];
  readonly tracks: readonly Track[];
}

function routeOf(value: unknown): Route {
  const [name, color] = list(value, 'route');
  return { name: text(name), color: text(color) };
}

function patternOf(value: unknown, { routes, headsigns, stops, tracks }: Tables): Pattern {
  const [route, headsign, shape, names, offsets] = list(value, 'pattern');
  const pattern = {
    route: entry(routes, route),
    headsign: entry(headsigns, headsign),
    track: entry(tracks, shape),
    stops: integers(names, 'pattern').map((name) => entry(stops, name)),
    offsets: sums(integers(offsets, 'pattern')),
  };
  if (pattern.stops.length < 2 || pattern.stops.length !== pattern.offsets.length)
    throw new Malformed('a pattern whose stops and distances do not match');
  return pattern;
}

function profileOf(value: unknown, patterns: readonly Pattern[]): Profile {
  const [index, rides, stands] = list(value, 'profile');
  const profile = {
    pattern: entry(patterns, index),
    rides: integers(rides, 'profile'),
    stands: stands === undefined ? [] : integers(stands, 'profile'),
  };
  const stops = profile.pattern.stops.length;
  const fits = profile.rides.length === stops - 1 && [0, stops - 2].includes(profile.stands.length);
  if (!fits || [...profile.rides, ...profile.stands].some((seconds) => seconds < 0))
    throw new Malformed('a profile whose times do not match its stops');
  return profile;
}

function runsOf(groups: readonly unknown[], profiles: number): Runs {
  const columns = { profile: [] as number[], start: [] as number[], days: [] as number[] };
  for (const group of groups) {
    const [days, profile, start] = list(group, 'runs');
    const decoded = sums(integers(profile, 'runs'));
    const starts = sums(integers(start, 'runs'));
    if (decoded.length !== starts.length || decoded.some((index) => index < 0 || index >= profiles))
      throw new Malformed('runs that do not match the profiles');
    columns.profile = columns.profile.concat(decoded);
    columns.start = columns.start.concat(starts);
    columns.days = columns.days.concat(decoded.map(() => integer(days, 'runs')));
  }
  return {
    profile: Uint32Array.from(columns.profile),
    start: Int32Array.from(columns.start),
    days: Uint8Array.from(columns.days),
  };
}

function weekOf(value: unknown): readonly string[] {
  const days = list(value, 'days').map(text);
  const weekdays = new Set(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()));
  if (days.length === 7 && weekdays.size === 7 && !weekdays.has(NaN)) return days;
  throw new Malformed('days that are not a week');
}

function zoneOf(value: unknown): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text(value) }).resolvedOptions().timeZone;
  } catch {
    throw new Malformed('an unknown time zone');
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return { ...value };
  throw new Malformed('not an object');
}

function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Malformed(`${what}: not a list`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Malformed('a name that is not text');
}

function integer(value: unknown, what: string): number {
  if (Number.isInteger(value)) return Number(value);
  throw new Malformed(`${what}: not a whole number`);
}

const integers = (value: unknown, what: string) => list(value, what).map((element) => integer(element, what));

function entry<T>(table: readonly T[], index: unknown): T {
  const found = table[integer(index, 'an entry')];
  if (found !== undefined) return found;
  throw new Malformed('an entry that is not in its table');
}

function sums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}
