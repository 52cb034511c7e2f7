import { opcodes, WebSocketFrames, type WebSocketFrame } from '../wire/web-socket-frames';
import { plainFrame } from '../wire/plain-frame';
import { socketIoSpeech } from './socket-io-speech';

const speech = socketIoSpeech('sid');

function frames(bytes: Buffer): readonly WebSocketFrame[] {
  const read: WebSocketFrame[] = [];
  new WebSocketFrames((frame) => read.push(frame)).add(bytes);
  return read;
}
const texts = (bytes: Buffer) => frames(bytes).map(({ payload }) => payload.toString());
const one = (opcode: number, payload: string): WebSocketFrame => {
  const [frame] = frames(plainFrame(opcode, Buffer.from(payload)));
  if (frame) return frame;
  throw new Error('no frame');
};

describe('Socket.IO at the gateway', () => {
  it('opens, greets, hears a wish, and that the client is alive or leaves', () => {
    expect(speech.opening).toMatch(/^0\{"sid":"sid","upgrades":\[\],"pingInterval":/);
    expect(speech.hear('40')).toEqual({ type: 'greeting', answer: '40{"sid":"sid"}' });
    const wish = { type: 'subscribe', subscriptions: [{ topic: 'quotes' }] };
    expect(speech.hear(`42["subscribe",${JSON.stringify(wish)}]`)).toEqual({ type: 'wish', wish });
    expect(speech.hear('3')).toEqual({ type: 'alive' });
    expect(speech.hear('41')).toEqual({ type: 'leaving' });
  });

  it('wraps what a server says, text or bytes, and its pings', () => {
    expect(texts(speech.message(one(opcodes.text, '{"a":1}')))).toEqual(['42["frame",{"a":1}]']);
    const [placeholder, bytes] = frames(speech.message(one(opcodes.binary, 'packed')));
    expect(placeholder?.payload.toString()).toContain('_placeholder');
    expect([bytes?.opcode, bytes?.payload.toString()]).toEqual([opcodes.binary, 'packed']);
    expect(texts(speech.tell('{}'))).toEqual(['42["frame",{}]']);
    expect(texts(speech.ping(one(opcodes.ping, '')))).toEqual(['2']);
  });

  it.each([
    ['2', 'bad_request'],
    ['42{}', 'bad_request'],
    ['42["subscribe"', 'bad_request'],
    ['42["publish",{}]', 'bad_request'],
    ['42["subscribe",{"type":"subscribe","subscriptions":[{"topic":"Not a topic"}]}]', 'bad_request'],
    [`42${'['.repeat(30)}`, 'too_deep'],
    ['451-["subscribe",{"_placeholder":true,"num":0}]', 'bad_request'],
    ['40/admin,', 'bad_request'],
  ])('refuses %s', (text, code) => {
    expect(() => speech.hear(text)).toThrow(expect.objectContaining({ code }));
  });
});
