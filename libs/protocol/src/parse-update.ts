import { FeedError } from './feed-error';
import { jsonObject } from './json-object';
import { parseKey } from './key';
import type { Fields, FieldValue, Update } from './update';

// A letter first: a field may become a property's name, and `__proto__` must not.
const nameGrammar = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;
const MOST_FIELDS = 64;

/**
 * Reads an update from parsed JSON: `{"key":…,"fields":{…},"at":…}` or `{"key":…,"removed":true}`;
 * without `at` it happened `now` (epoch ms).
 *
 * @throws FeedError `bad_request`
 */
export function parseUpdate(value: unknown, now: number): Update {
  const { key, fields, removed, at = now, ...unknown } = jsonObject(value, notAnUpdate);
  if (Object.keys(unknown).length > 0 || !isTime(at)) throw notAnUpdate();
  if (removed === true && fields === undefined) return { key: parseKey(key), removed, at };
  if (removed !== undefined) throw notAnUpdate();
  return { key: parseKey(key), fields: parseFields(fields), at };
}

function parseFields(value: unknown): Fields {
  const entries = Object.entries(jsonObject(value, notAnUpdate));
  if (entries.length > MOST_FIELDS)
    throw new FeedError('bad_request', `an update has at most ${MOST_FIELDS} fields`);
  return Object.fromEntries(entries.map(([name, held]) => [parseName(name), parseFieldValue(held)]));
}

function parseName(name: string): string {
  if (nameGrammar.test(name)) return name;
  throw new FeedError('bad_request', 'a field’s name is a letter, then at most 31 of A-Z a-z 0-9 _');
}

function parseFieldValue(value: unknown): FieldValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(parseFieldValue);
  throw new FeedError(
    'bad_request',
    'a field holds text, a finite number, true, false, null or a list of these',
  );
}

const isTime = (at: unknown): at is number => typeof at === 'number' && Number.isFinite(at);

const notAnUpdate = () =>
  new FeedError('bad_request', 'an update is {"key":…,"fields":{…},"at":…} or {"key":…,"removed":true}');
