import { cuts } from '../testing/cuts';
import { maskedFrame } from './masked-frame';
import { opcodes, WebSocketFrames, type WebSocketFrame } from './web-socket-frames';

/** A server's frame. */
function frame(length: number): Buffer {
  const payload = Buffer.alloc(length, 'x');
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(head.length === 4 ? 126 : 127, 1);
  if (head.length === 4) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

function read(pieces: readonly Buffer[]): readonly WebSocketFrame[] {
  const frames: WebSocketFrame[] = [];
  const reader = new WebSocketFrames((one) => frames.push(one));
  for (const piece of pieces) reader.add(piece);
  return frames;
}

describe('WebSocket frames of a server', () => {
  it('are found however the bytes are cut', () => {
    const text = Buffer.concat([frame(0), frame(3), frame(130), frame(1)]).toString('latin1');
    for (const pieces of cuts(text))
      expect(read(pieces).map(({ payload, headBytes }) => [payload.length, headBytes])).toEqual([
        [0, 2],
        [3, 2],
        [130, 4],
        [1, 2],
      ]);
  });

  it('may be longer than 64 KiB', () => {
    const bytes = frame(70_000);
    const [one] = read([
      bytes.subarray(0, 5),
      bytes.subarray(5, 9),
      bytes.subarray(9, 40_000),
      bytes.subarray(40_000),
    ]);
    expect(one).toMatchObject({ headBytes: 10, opcode: opcodes.text, final: true });
    expect(one?.payload.length).toBe(70_000);
  });

  it('must not be masked', () => {
    expect(() => read([maskedFrame(opcodes.text, Buffer.from('hi'), () => 0.5)])).toThrow('mask');
  });
});

describe('a client’s frame', () => {
  it.each([0, 5, 125, 126, 2_000])('of %d bytes is masked so that the mask gives it back', (length) => {
    const payload = Buffer.alloc(length, 'abc');
    const bytes = maskedFrame(opcodes.text, payload, () => 0.37);
    const head = length < 126 ? 2 : 4;
    expect([bytes.readUInt8(0), bytes.readUInt8(1) & 0x80]).toEqual([0x81, 0x80]);
    const mask = bytes.subarray(head, head + 4);
    const back = bytes.subarray(head + 4).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
    expect(Buffer.from(back).equals(payload)).toBe(true);
  });
});
