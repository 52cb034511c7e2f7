import { constants, deflateRawSync } from 'node:zlib';
import { deflatedPart } from '../testing/deflated-part';
import { DeflatedFrames } from './deflated-frames';

const HEAD = Buffer.from([0x78, 0x9c]);
const END = Buffer.from([3, 0, 1, 2, 3, 4]);

function read(bytes: Buffer, size: number) {
  const found: Buffer[] = [];
  let framing = 0;
  const frames = new DeflatedFrames({
    framing: (more) => (framing += more),
    frame: (frame) => void found.push(Buffer.from(frame)),
  });
  for (let at = 0; at < bytes.length; at += size) frames.add(bytes.subarray(at, at + size));
  return { frames, found, framing: () => framing };
}

describe('a zlib stream of frames', () => {
  const parts = ['{"type":"snapshot"}', '{"type":"delta"}', '{}'].map((text) =>
    deflatedPart(Buffer.from(text)),
  );

  it.each([1, 3, 7, 1_000])('is cut into them, in pieces of %d bytes too, each byte booked', (size) => {
    const { frames, found, framing } = read(Buffer.concat([HEAD, ...parts, END]), size);
    expect(found).toEqual(parts);
    frames.end();
    expect(framing()).toBe(8);
  });

  it('goes on over bytes that only look like a flush', () => {
    const flushes = deflateRawSync('twice', { finishFlush: constants.Z_SYNC_FLUSH });
    const whole = Buffer.concat([flushes, parts[0] ?? HEAD]);
    expect(read(Buffer.concat([HEAD, whole]), 5).found).toEqual([whole]);
  });

  it('begins anew after its end, and is a fault without it', () => {
    const { frames, found } = read(Buffer.concat([HEAD, ...parts, END]), 1_000);
    frames.end();
    frames.add(Buffer.concat([HEAD, ...parts]));
    expect(found).toEqual([...parts, ...parts]);
    expect(() => frames.end()).toThrow('without its end');
  });
});
