import { FeedError, limits } from '@tickway/protocol';
import { maskedFrame } from '../wire/masked-frame';
import { plainFrame } from '../wire/plain-frame';
import { opcodes, WebSocketFault } from '../wire/web-socket-frames';
import { ClientMessages } from './client-messages';

const NOT_FINAL = 0x80;

const masked = (opcode: number, payload: string | Buffer = '') =>
  maskedFrame(opcode, Buffer.from(payload), () => 0.37);

/** The same frame with bits of its first byte changed. */
const flipped = (frame: Buffer, bits: number) => {
  const other = Buffer.from(frame);
  other.writeUInt8(other.readUInt8(0) ^ bits, 0);
  return other;
};

/** What is heard of `bytes`, and why it ended if it did. */
function hear(pieces: readonly Buffer[]): readonly string[] {
  const heard: string[] = [];
  const messages = new ClientMessages({
    text: (text) => heard.push(text),
    ping: (payload) => heard.push(`ping ${payload.toString()}`),
    pong: (payload) => heard.push(`pong ${payload.toString()}`),
    close: (payload) => heard.push(`close ${payload.length}`),
  });
  try {
    for (const piece of pieces) messages.add(piece);
  } catch (error) {
    if (error instanceof WebSocketFault) heard.push(String(error.close));
    else if (error instanceof FeedError) heard.push(error.code);
    else throw error;
  }
  return heard;
}

const bytewise = (bytes: Buffer) => [...bytes].map((byte) => Buffer.from([byte]));

describe('what a client says on a WebSocket', () => {
  it('is heard however it is cut, on the wire and into frames, with control frames between', () => {
    const bytes = Buffer.concat([
      flipped(masked(opcodes.text, 'one, '), NOT_FINAL),
      masked(opcodes.ping, 'there?'),
      flipped(masked(opcodes.continuation, 'tw'), NOT_FINAL),
      masked(opcodes.pong),
      masked(opcodes.continuation, 'o'),
      masked(opcodes.text, ''),
      masked(opcodes.close, Buffer.from([3, 232])),
    ]);
    const told = ['ping there?', 'pong ', 'one, two', '', 'close 2'];
    expect(hear([bytes])).toEqual(told);
    expect(hear(bytewise(bytes))).toEqual(told);
  });

  it('may be in letters of several bytes that a frame cuts in two', () => {
    const letters = Buffer.from('한글');
    const halves = [letters.subarray(0, 2), letters.subarray(2)] as const;
    const frames = [
      flipped(masked(opcodes.text, halves[0]), NOT_FINAL),
      masked(opcodes.continuation, halves[1]),
    ];
    expect(hear(frames)).toEqual(['한글']);
    expect(hear([masked(opcodes.text, halves[0])])).toEqual(['1007']);
  });

  it('is as long as a server takes it, and is refused when a frame only says that it is longer', () => {
    const longest = 'x'.repeat(limits.messageBytes);
    expect(hear([masked(opcodes.text, longest)])).toEqual([longest]);
    expect(hear([masked(opcodes.text, `${longest}x`)])).toEqual(['1009']);
    // 2^62 bytes are to come, it says.
    expect(hear([Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0])])).toEqual([]);
    expect(hear([Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4])])).toEqual(['1009']);
  });

  it('is refused when it grows too long, or into too many pieces, by small frames', () => {
    const piece = flipped(masked(opcodes.continuation, 'x'.repeat(9_000)), NOT_FINAL);
    expect(hear([flipped(masked(opcodes.text, 'x'), NOT_FINAL), piece, piece])).toEqual(['1009']);
    const nothing = flipped(masked(opcodes.continuation), NOT_FINAL);
    const many = [flipped(masked(opcodes.text), NOT_FINAL), ...new Array<Buffer>(100).fill(nothing)];
    expect(hear(many)).toEqual(['1009']);
  });

  it.each([
    ['is not masked', plainFrame(opcodes.text, Buffer.from('{}')), '1002'],
    ['is compressed', flipped(masked(opcodes.text, '{}'), 0x40), '1002'],
    ['has an opcode that is not there', masked(5), '1002'],
    ['has a control opcode that is not there', masked(11), '1002'],
    ['is a ping in pieces', flipped(masked(opcodes.ping), NOT_FINAL), '1002'],
    ['is a ping too long', masked(opcodes.ping, 'x'.repeat(126)), '1002'],
    ['goes on with nothing', masked(opcodes.continuation, 'x'), '1002'],
    ['is binary', masked(opcodes.binary, 'x'), 'unsupported'],
  ])('is refused when it %s', (_, frame, why) => {
    expect(hear([frame])).toEqual([why]);
    expect(hear(bytewise(frame))).toEqual([why]);
  });
});
