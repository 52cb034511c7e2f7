import { describeEvent } from './describe-event';
import type { WireEvent } from './wire-event';

const event = (change: Partial<WireEvent>): WireEvent => ({
  ...{
    n: 1,
    at: 0,
    connection: 1,
    path: '',
    from: 'server',
    kind: 'frame',
    framing: 2,
    payload: 9,
    text: '',
  },
  ...change,
});

describe('an event on the wire', () => {
  it.each<[string, Partial<WireEvent>, boolean]>([
    [
      'GET /feed/polling?topic=quotes',
      { kind: 'request', text: 'GET /feed/polling?topic=quotes HTTP/1.1\r\nHost: x' },
      false,
    ],
    ['101 Switching Protocols', { kind: 'answer', text: 'HTTP/1.1 101 Switching Protocols\r\nX: y' }, false],
    ['delta · quotes', { kind: 'unit', text: 'id: a:1\ndata: {"type":"delta","topic":"quotes"}\n\n' }, false],
    ['snapshot · trades', { opcode: 1, text: '{"type":"snapshot","topic":"trades"' }, false],
    ['EVENT delta · quotes', { opcode: 1, text: '42["frame",{"type":"delta","topic":"quotes"' }, true],
    ['CONNECT {"sid":"a"}', { opcode: 1, text: '40{"sid":"a"}' }, true],
    ['Engine.IO open', { opcode: 1, text: '0{"sid":"a"}' }, true],
    ['close', { opcode: 8, text: '03 e8' }, false],
    ['text, deflate', { opcode: 1, compressed: true, text: 'aa bb' }, false],
    ['binary 82 a1', { opcode: 2, text: '82 a1' }, false],
    ['closed', { kind: 'closed' }, false],
  ])('is called %s', (title, change, isEngine) => {
    expect(describeEvent(event(change), isEngine)).toEqual({ title, heartbeat: false });
  });

  it.each<[Partial<WireEvent>, boolean]>([
    [{ opcode: 9 }, false],
    [{ opcode: 1, text: '2' }, true],
    [{ opcode: 1, text: '42["frame",{"type":"heartbeat"' }, true],
    [{ kind: 'unit', text: '{"type":"heartbeat","cursors":{}}\n' }, false],
  ])('is known for a heartbeat, %j', (change, isEngine) => {
    expect(describeEvent(event(change), isEngine).heartbeat).toBe(true);
  });
});
