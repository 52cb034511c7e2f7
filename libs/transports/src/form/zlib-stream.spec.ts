import fc from 'fast-check';
import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import { adler32, joinAdler32 } from './adler32';
import { deflateApart, deflateMessage } from './deflate';
import { deflated, ZlibStream } from './zlib-stream';

const bytes = fc.uint8Array({ maxLength: 20_000, size: 'max' });
const options = { seed: 20261122, numRuns: 100 };

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
      fc.property(bytes, (data) => {
        expect(adler32(data)).toBe(deflateSync(data).readUInt32BE(deflateSync(data).length - 4));
      }),
      options,
    );
  });

  it('is joined from those of the parts', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
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
  it('inflates once the end of the flush is added, as RFC 7692 says', () => {
    const text = '{"type":"delta"}'.repeat(50);
    const message = deflateMessage(Buffer.from(text));
    const whole = Buffer.concat([message, Buffer.from([0, 0, 0xff, 0xff])]);
    expect(whole).toEqual(deflateApart(Buffer.from(text)));
    expect(inflateRawSync(whole, { finishFlush: 2 }).toString()).toBe(text);
    expect(message.length).toBeLessThan(text.length / 10);
  });
});
