import fc from 'fast-check';
import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import { adler32, joinAdler32 } from './adler32';
import { deflatedMessage } from './deflated-message';
import { jsonParts } from './frame-parts';
import { deflated, joined, stored, ZlibStream } from './zlib-stream';

const bytes = fc.uint8Array({ maxLength: 2_000, size: 'max' });
const many = fc.uint8Array({ maxLength: 12_000, size: 'max' });
const options = { seed: 20261122, numRuns: 50 };

describe('a zlib stream of shared pieces', () => {
  it('inflates to the pieces one after the other, checksum and all', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (pieces) => {
        const stream = new ZlibStream();
        const body = [ZlibStream.head, ...pieces.map((piece) => stream.add(deflated(piece)))];
        expect(inflateSync(Buffer.concat([...body, stream.end()]))).toEqual(Buffer.concat(pieces));
      }),
      options,
    );
  });

  it('takes what is stored as it is, and pieces joined to one', () => {
    fc.assert(
      fc.property(bytes, bytes, (long, rest) => {
        const stream = new ZlibStream();
        const piece = stream.add(joined(deflated(long), stored(rest)));
        expect(inflateSync(Buffer.concat([ZlibStream.head, piece, stream.end()]))).toEqual(
          Buffer.concat([long, rest]),
        );
      }),
      options,
    );
  });

  it('can be read up to each piece as soon as it is there', () => {
    const pieces = ['{"type":"snapshot"}\n', '{"type":"delta"}\n'].map((text) => Buffer.from(text));
    const stream = new ZlibStream();
    const begun = Buffer.concat([ZlibStream.head, ...pieces.map((piece) => stream.add(deflated(piece)))]);
    expect(inflateSync(begun, { finishFlush: 2 }).toString()).toBe('{"type":"snapshot"}\n{"type":"delta"}\n');
  });

  it('has the same bytes of a piece wherever it stands', () => {
    const piece = deflated(Buffer.from('a piece'));
    const [one, other] = [new ZlibStream(), new ZlibStream()];
    one.add(deflated(Buffer.from('before')));
    expect(one.add(piece)).toBe(other.add(piece));
  });
});

describe('Adler-32', () => {
  it('is that of zlib', () => {
    fc.assert(
      fc.property(many, (data) => {
        expect(adler32(data)).toBe(deflateSync(data).readUInt32BE(deflateSync(data).length - 4));
      }),
      options,
    );
  });

  it('is joined from those of the parts', () => {
    fc.assert(
      fc.property(many, many, (first, second) => {
        const joined = joinAdler32(adler32(first), adler32(second), second.length);
        expect(joined).toBe(adler32(Buffer.concat([first, second])));
      }),
      options,
    );
  });

  it('holds over more than a sum of 32 bits would', () => {
    const high = Buffer.alloc(1_000_000, 0xff);
    const zlib = deflateSync(high);
    expect(adler32(high)).toBe(zlib.readUInt32BE(zlib.length - 4));
  });
});

describe('a deflated WebSocket message', () => {
  const frame = { type: 'heartbeat', cursors: {} } as const;
  const encoded = { frame, json: `{"type":"${'heartbeat '.repeat(2_000)}"` };
  const begun: unknown[] = [];
  const parts = jsonParts('[', (id) => `]${id}`);
  const message = deflatedMessage({
    ...parts,
    begin: (one) => {
      begun.push(one);
      return parts.begin(one);
    },
  });
  const read = (bytes: Buffer) =>
    inflateRawSync(Buffer.concat([bytes, Buffer.from([0, 0, 0xff, 0xff])]), { finishFlush: 2 }).toString();

  it('inflates once the end of the flush is added, as RFC 7692 says', () => {
    expect(read(message(encoded, 7, '!'))).toBe(`[${encoded.json},"writtenAt":7}]!`);
    expect(message(encoded, 7).length).toBeLessThan(300);
  });

  it('has its long part deflated once, at whatever times it is written', () => {
    begun.length = 0;
    const other = { ...encoded };
    expect([1, 2, 3].map((at) => read(message(other, at)).slice(-5))).toEqual(['":1}]', '":2}]', '":3}]']);
    expect(begun).toEqual([other]);
  });
});
