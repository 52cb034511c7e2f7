import fc from 'fast-check';
import { decodeFrame } from './decode-frame';
import { encodeFrame, stamp } from './encode-frame';
import { frameDocument } from './frame-document';
import type { Frame } from './frame';
import { parseKey } from './key';
import { parseTopic } from './topic';

const topic = fc.constantFrom('quotes', 'positions').map(parseTopic);
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:+-]{0,20}$/).map(parseKey);
const cursor = fc.record({ epoch: fc.stringMatching(/^[a-z0-9]{1,16}$/), offset: fc.nat() });
const time = fc.integer({ min: 0, max: 2 ** 41 });
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer()));
const row = fc.record({
  key,
  fields: fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/), value),
  revision: fc.nat(),
  committedAt: time,
  at: time,
});
const state = { topic, cursor, rows: fc.array(row), committedAt: time };
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ type: fc.constant('snapshot' as const), ...state }),
  fc.record({ type: fc.constant('delta' as const), ...state, from: cursor, removals: fc.array(key) }),
  fc.record({
    type: fc.constant('error' as const),
    code: fc.constant('bad_request' as const),
    message: fc.string(),
  }),
  fc.record({ type: fc.constant('heartbeat' as const), cursors: fc.dictionary(topic, cursor) }),
  fc.record({
    ...{ type: fc.constant('gap' as const), topic, from: cursor, cursor },
    ...{ reason: fc.constant('expired' as const), lost: fc.option(fc.nat()) },
  }),
  fc.record({
    type: fc.constant('bye' as const),
    code: fc.constant('shutdown' as const),
    retryAfterMs: fc.nat(),
  }),
);

describe('a frame', () => {
  it('is read as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(frame, time, (written, writtenAt) => {
        expect(decodeFrame(encodeFrame(written) + stamp(writtenAt))).toEqual({ ...written, writtenAt });
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('is the same document in every codec', () => {
    fc.assert(
      fc.property(frame, time, (written, writtenAt) => {
        const text: unknown = JSON.parse(encodeFrame(written) + stamp(writtenAt));
        const document = { ...frameDocument(written), writtenAt };
        expect(document).toEqual(text);
        expect(JSON.stringify(document)).toBe(JSON.stringify(text));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('has times left out that say nothing new', () => {
    const rows = [{ key: parseKey('A'), fields: {}, revision: 1, committedAt: 5, at: 5 }];
    const text = encodeFrame({
      type: 'snapshot',
      topic: parseTopic('t'),
      cursor: { epoch: 'e', offset: 1 },
      rows,
      committedAt: 5,
    });
    expect(text).toContain('"rows":[["A",{},1]]');
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"type":"delta"}',
    '{"type":"heartbeat","cursors":{},"writtenAt":"1"}',
    '{"type":"bye","co',
  ])('is refused when it is %j', (text) =>
    expect(() => decodeFrame(text)).toThrow(expect.objectContaining({ code: 'bad_request' })),
  );
});
