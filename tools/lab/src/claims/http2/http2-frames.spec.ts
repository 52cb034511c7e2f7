import { FRAME_HEAD_BYTES, Http2Frames, PREFACE } from './http2-frames';

const frame = (type: number, length: number): Buffer => {
  const bytes = Buffer.alloc(FRAME_HEAD_BYTES + length, 0xff);
  bytes.writeUIntBE(length, 0, 3);
  bytes.writeUInt8(type, 3);
  return bytes;
};

const said = Buffer.concat([Buffer.from(PREFACE), frame(4, 0), frame(1, 300), frame(0, 70_000), frame(8, 4)]);

describe('the frames of an HTTP/2 connection', () => {
  it.each([[said.length], [1], [8], [9], [10], [1_448]])('are told from pieces of %i bytes', (size) => {
    const heard: string[] = [];
    const frames = new Http2Frames(
      {
        preface: (bytes) => heard.push(`preface ${bytes}`),
        frame: (type, length) => heard.push(`${type}: ${length}`),
      },
      'client',
    );
    for (let at = 0; at < said.length; at += size) frames.add(said.subarray(at, at + size));
    expect(heard).toEqual(['preface 24', '4: 0', '1: 300', '0: 70000', '8: 4']);
  });
});
