import { decode } from '@msgpack/msgpack';
import { encodeFrame, parseFrame, parseKey, parseTopic, type Frame } from '@tickway/protocol';
import { packedFrame } from './packed-frame';

const encoded = (frame: Frame) => ({ frame, json: encodeFrame(frame) });
const topic = parseTopic('quotes');
const cursor = { epoch: 'e1', offset: 70_000 };
const committedAt = 1_790_000_000_100;
const rows = Array.from({ length: 200 }, (_, i) => ({
  ...{ key: parseKey(`K${i}`), revision: i, committedAt: committedAt - i, at: committedAt - 2 * i },
  fields: { name: '한국 🚇', bid: 101.25 + i, open: null, sizes: [i, 70_000, -3], halted: false },
}));
const frames: readonly Frame[] = [
  { type: 'snapshot', topic, cursor, rows, committedAt },
  {
    type: 'delta',
    topic,
    from: cursor,
    cursor,
    rows: rows.slice(0, 1),
    removals: [parseKey('A')],
    committedAt,
  },
  { type: 'heartbeat', cursors: { quotes: cursor } },
  { type: 'gap', topic, from: cursor, cursor, reason: 'epoch', lost: null },
  { type: 'error', code: 'bad_request', message: 'no' },
  { type: 'bye', code: 'shutdown', retryAfterMs: 3_120 },
];

describe('a frame in MessagePack', () => {
  it.each(frames)('says the same as in JSON: $type', (frame) => {
    const writtenAt = 1_790_000_015_301;
    expect(parseFrame(decode(packedFrame(encoded(frame), writtenAt)))).toEqual({ ...frame, writtenAt });
  });

  it('tells each later receiver its own time, and leaves what was written before', () => {
    const heartbeat = encoded({ type: 'heartbeat', cursors: {} });
    const times = [2 ** 32 - 1, 2 ** 32, 1_790_000_000_000, 2 ** 41 + 7];
    const written = times.map((at) => packedFrame(heartbeat, at));
    expect(written.map((bytes) => parseFrame(decode(bytes)).writtenAt)).toEqual(times);
    expect(packedFrame(heartbeat, 2 ** 41 + 7)).toBe(written.at(-1));
  });
});
