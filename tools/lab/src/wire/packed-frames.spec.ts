import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { PackedFrames } from './packed-frames';

const value = fc.jsonValue({ depthSize: 'medium' });
const sizes = fc.constantFrom(0, 15, 16, 31, 32, 255, 256, 65_535, 65_536);

/** What is cut out of the documents when they come in chunks of `size`. */
function cut(documents: readonly Uint8Array[], size: number): readonly Buffer[] {
  const found: Buffer[] = [];
  const frames = new PackedFrames((frame) => found.push(Buffer.from(frame)));
  const all = Buffer.concat(documents);
  for (let at = 0; at < all.length; at += size) frames.add(all.subarray(at, at + size));
  return found;
}

describe('MessagePack documents one after the other', () => {
  it('are cut apart, however they come in pieces', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (values, size) => {
        const documents = values.map((one) => encode(one));
        expect(cut(documents, size)).toEqual(documents.map((one) => Buffer.from(one)));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('are cut apart whatever they are made of', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom('text', 'bytes', 'list', 'map'), (length, kind) => {
        const made = {
          text: () => 'x'.repeat(length),
          bytes: () => new Uint8Array(length),
          list: () => Array(length).fill(1.5) as number[],
          map: () => Object.fromEntries(Array.from({ length }, (_, i) => [`k${i}`, -i])),
        }[kind]();
        const documents = [encode(made), encode(2 ** 40), encode(new Date(0)), encode(null)];
        expect(cut(documents, 100_000)).toEqual(documents.map((one) => Buffer.from(one)));
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('are refused where there is none', () => {
    expect(() => cut([Uint8Array.from([0xc1])], 10)).toThrow('not MessagePack');
  });
});
