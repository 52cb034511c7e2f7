import {
  parseCursor,
  parseKey,
  parseTopic,
  errorCodes,
  type DeltaFrame,
  type ErrorCode,
  type ErrorFrame,
  type Fields,
  type GapFrame,
  type HeartbeatFrame,
  type Received,
  type Row,
  type SnapshotFrame,
} from '@tickway/protocol';

/** Frames for specs, all at the server's time 1,000. */
const AT = 1_000;

export const quotes = parseTopic('quotes');
export const trades = parseTopic('trades');
export const positions = parseTopic('positions');

/** A row from its key and revision. */
export const row = (key: string, revision: number, fields: Fields = { n: revision }): Row => ({
  key: parseKey(key),
  fields,
  revision,
  committedAt: AT,
  at: AT,
});

export const snapshot = (
  cursor: string,
  rows: readonly Row[] = [],
  topic = quotes,
): Received<SnapshotFrame> => ({
  type: 'snapshot',
  topic,
  cursor: parseCursor(cursor),
  rows,
  committedAt: AT,
  writtenAt: AT,
});

/** A delta over `from→to`, e.g. `e:3→e:5`. */
export const delta = (
  span: string,
  rows: readonly Row[] = [],
  more: Partial<Pick<DeltaFrame, 'removals' | 'topic'>> = {},
): Received<DeltaFrame> => {
  const [from, to] = span.split('→');
  return {
    type: 'delta',
    topic: quotes,
    from: parseCursor(from),
    cursor: parseCursor(to),
    rows,
    removals: [],
    committedAt: AT,
    writtenAt: AT,
    ...more,
  };
};

export const heartbeat = (cursors: Readonly<Record<string, string>> = {}): Received<HeartbeatFrame> => ({
  type: 'heartbeat',
  cursors: Object.fromEntries(Object.entries(cursors).map(([topic, text]) => [topic, parseCursor(text)])),
  writtenAt: AT,
});

export const gap = (span: string, topic = quotes): Received<GapFrame> => {
  const [from, to] = span.split('→');
  return {
    type: 'gap',
    topic,
    from: parseCursor(from),
    cursor: parseCursor(to),
    reason: 'expired',
    lost: null,
    writtenAt: AT,
  };
};

/** The answer to a wish that is not granted. */
export const refusal = (code: ErrorCode): Received<ErrorFrame> => ({
  type: 'error',
  code,
  message: errorCodes[code].meaning,
  writtenAt: AT,
});
