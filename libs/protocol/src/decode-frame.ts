import { parseCursor, type Cursor } from './cursor';
import { isErrorCode } from './error-code';
import { FeedError } from './feed-error';
import type { Frame, GapReason, Received, Row } from './frame';
import { jsonObject, type JsonObject } from './json-object';
import { parseKey, type Key } from './key';
import { parseTopic } from './topic';
import type { Fields } from './update';

/**
 * Reads a frame from its JSON text.
 *
 * @throws FeedError `bad_request` or `bad_cursor` when the text is not a frame of PROTOCOL.md
 */
export function decodeFrame(text: string): Received {
  return parseFrame(parse(text));
}

/** Reads a frame from parsed JSON (Socket.IO parses by itself). */
export function parseFrame(value: unknown): Received {
  const json = object(value);
  return { ...frame(json), writtenAt: number(json.writtenAt) };
}

function frame(json: JsonObject): Frame {
  switch (json.type) {
    case 'snapshot':
      return { type: 'snapshot', ...state(json) };
    case 'delta':
      return {
        type: 'delta',
        ...state(json),
        from: cursor(json.from),
        removals: list(json.removals).map(parseKey),
      };
    case 'heartbeat':
      return { type: 'heartbeat', cursors: cursors(json.cursors) };
    case 'gap':
      return gap(json);
    case 'error':
      return { type: 'error', code: code(json.code), message: string(json.message) };
    case 'bye':
      return { type: 'bye', code: code(json.code), retryAfterMs: number(json.retryAfterMs) };
    default:
      throw notAFrame();
  }
}

function state(json: JsonObject) {
  const committedAt = number(json.committedAt);
  return {
    topic: parseTopic(json.topic),
    cursor: cursor(json.cursor),
    committedAt,
    rows: list(json.rows).map((row) => parseRow(row, committedAt)),
  };
}

function parseRow(value: unknown, committedAt: number): Row {
  const [key, fields, revision, sinceCommit = 0, sinceSource = sinceCommit] = list(value);
  return {
    key: rowKey(key),
    fields: object(fields) as Fields,
    revision: number(revision),
    committedAt: committedAt - number(sinceCommit),
    at: committedAt - number(sinceSource),
  };
}

// Rows are the bulk of what a page parses: a key already met needs no second look at its grammar.
const metKeys = new Map<unknown, Key>();
const MOST_MET_KEYS = 20_000;

function rowKey(value: unknown): Key {
  const met = metKeys.get(value);
  if (met !== undefined) return met;
  const key = parseKey(value);
  if (metKeys.size >= MOST_MET_KEYS) metKeys.clear();
  metKeys.set(value, key);
  return key;
}

function gap(json: JsonObject): Frame {
  const { lost } = json;
  return {
    type: 'gap',
    topic: parseTopic(json.topic),
    from: cursor(json.from),
    cursor: cursor(json.cursor),
    reason: reason(json.reason),
    lost: lost === null ? null : number(lost),
  };
}

const reason = (value: unknown): GapReason => {
  if (value === 'epoch' || value === 'expired' || value === 'ahead') return value;
  throw notAFrame();
};

const cursors = (value: unknown): Readonly<Record<string, Cursor>> =>
  Object.fromEntries(
    Object.entries(object(value)).map(([topic, text]) => [parseTopic(topic), parseCursor(text)]),
  );

const cursor = (value: unknown) => parseCursor(value);

function code(value: unknown) {
  if (isErrorCode(value)) return value;
  throw notAFrame();
}

const object = (value: unknown) => jsonObject(value, notAFrame);

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw notAFrame();
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw notAFrame();
}

function string(value: unknown): string {
  if (typeof value === 'string') return value;
  throw notAFrame();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // SyntaxError only: a line cut in the middle.
    throw notAFrame();
  }
}

const notAFrame = () => new FeedError('bad_request', 'not a frame of PROTOCOL.md');
